package jp.kodama.probe;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;

import jp.kodama.alert.Key;
import jp.kodama.audience.Municipality;
import jp.kodama.rendering.Templates;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes {@code config/probe/telegram.xml} for this town and this moment. */
@Component
class ProbeTelegram {

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private final Templates templates;

	private final Municipality town;

	private final Path file;

	ProbeTelegram(Templates templates, Municipality town, @Value("${kodama.root}") Path root) {
		this.templates = templates;
		this.town = town;
		this.file = root.resolve("config/probe/telegram.xml");
	}

	/** A telegram that no other is like: each is an event of its own. */
	byte[] write(Clock clock) {
		String now = Key.capTime(OffsetDateTime.now(clock).atZoneSameInstant(JAPAN).toOffsetDateTime());
		String text = this.templates.render(this.file, Map.of("now", now, "event", "probe-" + clock.millis(), "codes",
				this.town.codes(), "town", this.town.name()));
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
