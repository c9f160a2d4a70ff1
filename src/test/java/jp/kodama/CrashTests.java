package jp.kodama;

import java.nio.file.Path;

import jp.kodama.bench.Figures;
import jp.kodama.bench.crash.Run;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The power fails while alerts come in. {@code ./kodama bench crash} does a hundred
 * rounds.
 */
class CrashTests {

	@Test
	void everyAlertThatWasAcceptedLeavesAfterAKill() throws Exception {
		Figures figures = new Run().rounds(Path.of(""), 3);
		assertThat(figures.get("kill -9", "accepted")).isPositive();
		assertThat(figures.get("kill -9", "lost")).isZero();
		assertThat(figures.get("kill -9", "not settled")).isZero();
	}

}
