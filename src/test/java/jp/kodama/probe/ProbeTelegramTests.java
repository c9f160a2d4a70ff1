package jp.kodama.probe;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import jp.kodama.audience.Municipalities;
import jp.kodama.intake.xml.Grammar;
import jp.kodama.intake.xml.SafeXml;
import jp.kodama.rendering.Templates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the self-test sends to itself. */
class ProbeTelegramTests {

	/** A whole minute is written without its seconds, unless one takes care. */
	@ParameterizedTest
	@ValueSource(strings = { "2026-11-21T17:19:00Z", "2026-11-21T17:00:00Z", "2026-11-21T17:19:41.5Z" })
	void theTelegramIsValidAtEveryTime(String time) throws Exception {
		ProbeTelegram telegram = new ProbeTelegram(new Templates(),
				Municipalities.load(Path.of("config/areas")).find("17461"), Path.of(""));
		byte[] written = telegram.write(Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
		assertThat(Grammar.load("/jmaxml/", "jmx.xsd").fault(SafeXml.parse(written))).isEmpty();
	}

}
