package jp.kodama.backchannel.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import jp.kodama.speech.Sound;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What was heard, kept as it was: {@code $KODAMA_HOME/recordings/<sha256>.wav}. */
@Component
public class Recordings {

	private final Path folder;

	Recordings(@Value("${kodama.home}") Path home) {
		this.folder = home.resolve("recordings");
	}

	/**
	 * Keeps a sound.
	 * @return its SHA-256, 64 hexadecimal digits
	 */
	public String keep(Sound sound) {
		byte[] wav = sound.wav();
		try {
			String name = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wav));
			Files.createDirectories(this.folder);
			Path part = Files.createTempFile(this.folder, ".", ".part");
			Files.write(part, wav);
			Files.move(part, this.folder.resolve(name + ".wav"), StandardCopyOption.ATOMIC_MOVE);
			return name;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** The file of a recording; empty if there is none of this name. */
	public Optional<Path> file(String sha256) {
		if (!sha256.matches("[0-9a-f]{64}")) {
			return Optional.empty();
		}
		return Optional.of(this.folder.resolve(sha256 + ".wav")).filter(Files::isRegularFile);
	}

}
