package jp.kodama.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The folder {@code rejected}: what was refused, with {@code <name>.reason.txt} beside
 * it.
 */
@Component
class Rejected {

	private static final Logger log = LoggerFactory.getLogger(Rejected.class);

	private static final int LONGEST = 120;

	private final Path folder;

	private final DataSize reserve;

	Rejected(@Value("${kodama.home}") Path home, @Value("${kodama.rejected-reserve:256MB}") DataSize reserve) {
		this.folder = home.resolve("rejected");
		this.reserve = reserve;
	}

	/** Keeps the reason; what it is about is a file that is moved there. */
	void reason(String name, String reason) {
		write(name + ".reason.txt", (reason + "\n").getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Keeps what did not come as a file, and the reason. Where the disk is short, the
	 * reason only: junk must not take the room that alerts need.
	 */
	void keep(Letter letter, String reason) {
		String name = fileSafe(letter.name());
		if (roomFor(letter)) {
			write(name, letter.bytes());
			reason(name, reason);
		}
		else {
			reason(name, reason + "\n空き容量が足りないため本体は残していません / the bytes are not kept: the disk is short");
		}
	}

	private boolean roomFor(Letter letter) {
		try {
			Files.createDirectories(this.folder);
			return Files.getFileStore(this.folder).getUsableSpace() - letter.bytes().length > this.reserve.toBytes();
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * What cannot be kept here is on record all the same, and must not hold up the rest.
	 */
	private void write(String name, byte[] bytes) {
		try {
			Files.createDirectories(this.folder);
			Files.write(this.folder.resolve(name), bytes);
		}
		catch (IOException ex) {
			log.error("{}: cannot be written", this.folder.resolve(name), ex);
		}
	}

	/** No path, nothing hidden, nothing a file system refuses. */
	static String fileSafe(String name) {
		String safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^[.]+", "_");
		String short_ = (safe.length() > LONGEST) ? safe.substring(safe.length() - LONGEST) : safe;
		return short_.isEmpty() ? "_" : short_;
	}

}
