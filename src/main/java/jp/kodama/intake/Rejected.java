package jp.kodama.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code rejected}: what was refused, with {@code <name>.reason.txt} beside
 * it.
 */
@Component
class Rejected {

	private static final int LONGEST = 120;

	private final Path folder;

	Rejected(@Value("${kodama.home}") Path home) {
		this.folder = home.resolve("rejected");
	}

	/** Keeps the reason; what it is about is a file that is moved there. */
	void reason(String name, String reason) {
		try {
			Files.createDirectories(this.folder);
			Files.writeString(this.folder.resolve(name + ".reason.txt"), reason + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(this.folder + ": cannot be written", ex);
		}
	}

	/** Keeps what did not come as a file, and the reason. */
	void keep(Letter letter, String reason) {
		String name = fileSafe(letter.name());
		try {
			Files.createDirectories(this.folder);
			Files.write(this.folder.resolve(name), letter.bytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(this.folder + ": cannot be written", ex);
		}
		reason(name, reason);
	}

	/** No path, nothing hidden, nothing a file system refuses. */
	static String fileSafe(String name) {
		String safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^[.]+", "_");
		String short_ = (safe.length() > LONGEST) ? safe.substring(safe.length() - LONGEST) : safe;
		return short_.isEmpty() ? "_" : short_;
	}

}
