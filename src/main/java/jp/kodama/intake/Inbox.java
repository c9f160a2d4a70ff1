package jp.kodama.intake;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jp.kodama.intake.Reception.Unmanageable;
import jp.kodama.intake.xml.SafeXml;
import jp.kodama.policy.Bulletin;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

import org.springframework.stereotype.Component;

/**
 * The folder {@code inbox}: what is renamed into it is taken, then moved to
 * {@code processed} or, with a reason beside it, to {@code rejected}.
 */
@Component
class Inbox {

	/** Its id among the sources. */
	static final String SOURCE = "inbox";

	/** Exchange property: the folder a file goes to. */
	static final String FOLDER = "folder";

	/** A file that was copied in, not renamed, may still be growing. */
	private static final Duration SETTLED = Duration.ofMillis(500);

	/** What is looked at of a file that is too large to read. */
	private static final int BEGINNING = 64 * 1024;

	private final Reception reception;

	private final Rejected rejected;

	Inbox(Reception reception, Rejected rejected) {
		this.reception = reception;
		this.rejected = rejected;
	}

	/**
	 * Takes one file.
	 * @return the identifiers of the alerts released
	 */
	List<String> receive(@Body File file, Exchange exchange) throws IOException, InterruptedException {
		Reading reading = read(file.toPath());
		exchange.setProperty(FOLDER, "processed");
		if (!reading.inside().isEmpty()) {
			return this.reception.take(reading.letter()).released();
		}
		String reason = reading.reason();
		Bulletin bulletin = reading.bulletin();
		if (bulletin != null) {
			try {
				return this.reception.enter(reading.letter(), bulletin).released();
			}
			catch (Unmanageable ex) {
				reason = String.valueOf(ex.getMessage());
			}
		}
		exchange.setProperty(FOLDER, "rejected");
		this.reception.refused(reading.letter(), reason);
		this.rejected.reason(file.getName(), reason);
		return List.of();
	}

	private static Reading read(Path file) throws IOException, InterruptedException {
		while (true) {
			boolean settled = settled(file);
			Reading reading = (Files.size(file) > SafeXml.MAX_BYTES) ? tooLarge(file)
					: Reading.of(letter(file, SafeXml.MAX_BYTES + 1));
			if (reading.bulletin() != null || !reading.inside().isEmpty() || settled) {
				return reading;
			}
			Thread.sleep(SETTLED.toMillis() / 10);
		}
	}

	/** However large a file is or grows, no more of it is read. */
	private static Letter letter(Path file, int most) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return new Letter(SOURCE, file.getFileName().toString(), in.readNBytes(most));
		}
	}

	private static Reading tooLarge(Path file) throws IOException {
		return new Reading(letter(file, BEGINNING), null,
				"大きすぎます（上限 " + SafeXml.MAX_BYTES + " バイト） / larger than " + SafeXml.MAX_BYTES + " bytes");
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

}
