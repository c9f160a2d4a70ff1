package jp.kodama.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code inbox}: what is renamed into it is taken, then moved to
 * {@code processed} or, with a reason beside it, to {@code rejected}.
 */
@Component
class Inbox {

	/** Exchange property: the folder a file goes to. */
	static final String FOLDER = "folder";

	private static final Logger log = LoggerFactory.getLogger(Inbox.class);

	/** A file that was copied in, not renamed, may still be growing. */
	private static final Duration SETTLED = Duration.ofMillis(500);

	private final Entrance entrance;

	private final Path rejected;

	Inbox(Entrance entrance, @Value("${kodama.home}") Path home) {
		this.entrance = entrance;
		this.rejected = home.resolve("rejected");
	}

	/**
	 * Takes one file.
	 * @return the identifiers of the alerts released
	 */
	List<String> receive(@Body File file, Exchange exchange) throws IOException, InterruptedException {
		Letter letter = read(file.toPath());
		exchange.setProperty(FOLDER, (letter.bulletin() != null) ? "processed" : "rejected");
		if (letter.bulletin() == null) {
			refuse(file.getName(), letter);
			return List.of();
		}
		Taken taken = this.entrance.receive(file.getName(), letter.bytes(), letter.bulletin());
		log.info("{}: {} {}", file.getName(), taken.decision().verdict(), taken.decision().reason());
		return taken.released();
	}

	private Letter read(Path file) throws IOException, InterruptedException {
		while (true) {
			boolean settled = settled(file);
			byte[] bytes = Files.readAllBytes(file);
			try {
				return new Letter(bytes, Bulletins.read(bytes), "");
			}
			catch (Unreadable ex) {
				if (settled) {
					return new Letter(bytes, null, String.valueOf(ex.getMessage()));
				}
				Thread.sleep(SETTLED.toMillis() / 10);
			}
		}
	}

	private static boolean settled(Path file) throws IOException {
		try {
			Instant changed = Files.getLastModifiedTime(file).toInstant();
			return changed.plus(SETTLED).isBefore(Instant.now());
		}
		catch (NoSuchFileException ex) {
			return true;
		}
	}

	private void refuse(String name, Letter letter) throws IOException {
		log.warn("{}: REJECT {}", name, letter.reason());
		this.entrance.refuse(name, letter.bytes(), letter.reason());
		Files.createDirectories(this.rejected);
		Files.writeString(this.rejected.resolve(name + ".reason.txt"), letter.reason() + "\n");
	}

	/** A file, read: what it says, or why it cannot be used. */
	private record Letter(byte[] bytes, @Nullable Bulletin bulletin, String reason) {
	}

}
