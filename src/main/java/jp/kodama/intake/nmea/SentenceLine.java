package jp.kodama.intake.nmea;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jp.kodama.intake.Letter;
import jp.kodama.intake.Reception;
import jp.kodama.intake.michibiki.MichibikiReader;
import jp.kodama.intake.source.SourceWatch;
import jp.kodama.intake.xml.Unreadable;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The line of a satellite receiver: of all the sentences it writes, every report of
 * Michibiki once. The satellites repeat a report every few seconds as long as it holds.
 */
@Component("sentenceLine")
class SentenceLine {

	/** One not heard for so long is a new report, though it says the same. */
	private static final Duration FORGOTTEN = Duration.ofHours(1);

	private static final int MOST = 10_000;

	private final Reception reception;

	private final SourceWatch watch;

	private final Clock clock;

	private final Map<String, Instant> heard = new LinkedHashMap<>();

	SentenceLine(Reception reception, SourceWatch watch, Clock clock) {
		this.reception = reception;
		this.watch = watch;
		this.clock = clock;
	}

	/**
	 * Takes a line.
	 * @return a letter; null for a repetition, and for what is of no use here
	 */
	@Nullable Letter letter(String source, String line) {
		this.watch.heard(source);
		byte[] bytes = line.strip().getBytes(StandardCharsets.US_ASCII);
		if (!MichibikiReader.meant(bytes)) {
			return null;
		}
		try {
			return repeated(source + " " + MichibikiReader.said(bytes)) ? null
					: this.reception.named(source, "sentence.nmea", bytes);
		}
		catch (Unreadable ex) {
			// Damaged on its way: it comes again in seconds, but a line that is always
			// damaged must show.
			return this.reception.named(source, "sentence.nmea", bytes).spoiled(ex);
		}
	}

	private synchronized boolean repeated(String said) {
		Instant now = this.clock.instant();
		Instant last = this.heard.remove(said);
		this.heard.put(said, now);
		if (this.heard.size() > MOST) {
			this.heard.remove(this.heard.keySet().iterator().next());
		}
		return last != null && last.plus(FORGOTTEN).isAfter(now);
	}

}
