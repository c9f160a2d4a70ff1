package jp.kodama.console;

import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.alert.Alert;
import jp.kodama.delivery.Channels;
import jp.kodama.testing.SampleAlerts;
import jp.kodama.testing.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** A drill and the real thing never ask for the same word. */
class ReachTests {

	@Test
	void aRealAlertOnALiveChannelAsksForAnotherWordThanADrill(@TempDir Path root) {
		Town.in(root).with("bell", "- stop: {}");
		assertThat(word(root, SampleAlerts.tsunami())).isEqualTo("発信");
		assertThat(word(root, SampleAlerts.drill())).isEqualTo("訓練");
	}

	@Test
	void aRealAlertThatReachesNobodySaysSoInItsWord(@TempDir Path root) throws Exception {
		Town.in(root).with("bell", "- stop: {}");
		Files.writeString(root.resolve("config/channels.yaml"), "kodama: {channels: {bell: {mode: rehearsal}}}");
		assertThat(word(root, SampleAlerts.tsunami())).isEqualTo("リハーサル");
	}

	private static String word(Path root, Alert alert) {
		return new Reach(Channels.load(root), mock(), mock(), mock()).word(alert);
	}

}
