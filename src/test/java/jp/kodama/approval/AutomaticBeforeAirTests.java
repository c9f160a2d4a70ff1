package jp.kodama.approval;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertChanged;
import jp.kodama.alert.State;
import jp.kodama.delivery.Channels;
import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Heard;
import jp.kodama.speech.alignment.Comparison;
import jp.kodama.speech.alignment.Fate;
import jp.kodama.speech.alignment.Proof;
import jp.kodama.speech.alignment.Said;
import jp.kodama.testing.SampleAlerts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

/**
 * What policy released by itself is listened to, and what was not understood is counted.
 */
class AutomaticBeforeAirTests {

	private final BeforeAirCheck check = mock(BeforeAirCheck.class);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AutomaticBeforeAir listener = new AutomaticBeforeAir(this.check, Channels.load(Path.of("")),
			this.meters, 0);

	@AfterEach
	void stop() {
		this.listener.stop();
	}

	@Test
	void aPlaceThatDoesNotSurviveIsCounted() {
		given(this.check.of(any(), any())).willReturn(List.of(new Proof("ja", new Heard(true, List.of()),
				new Comparison(List.of(fate("諸橋", Fate.Kind.CHANGED), fate("住吉", Fate.Kind.SURVIVED)), 1, 8),
				List.of())));
		this.listener.remember(released(null));
		await().untilAsserted(() -> assertThat(count("understood")).isEqualTo(1));
		assertThat(count("lost")).isEqualTo(1);
	}

	@Test
	void whatAnOfficerReleasedWasSeenBefore() {
		this.listener.remember(released(State.PENDING_APPROVAL));
		this.listener.stop();
		verify(this.check, never()).of(any(), any());
	}

	@Test
	void inAFloodOfAlertsSomeAreEnough() {
		AutomaticBeforeAir patient = new AutomaticBeforeAir(this.check, Channels.load(Path.of("")), this.meters, 3600);
		for (int i = 0; i < 20; i++) {
			patient.remember(released(null));
		}
		patient.stop();
		assertThat(this.meters.counter("kodama.before.air.skipped").count()).isEqualTo(12);
	}

	@Test
	void aDeafMachineStopsNothing() {
		given(this.check.of(any(), any())).willThrow(new CannotHear("Julius がありません"));
		this.listener.remember(released(null));
		verify(this.check, timeout(45_000).atLeastOnce()).of(any(), any());
		assertThat(this.meters.find("kodama.before.air.words").counters()).isEmpty();
	}

	private double count(String result) {
		return this.meters.get("kodama.before.air.words").tag("result", result).counter().count();
	}

	private static Fate fate(String place, Fate.Kind kind) {
		return new Fate(new Said(place, place, Said.Weight.PLACE), kind, "");
	}

	private static AlertChanged released(@Nullable State before) {
		Alert alert = SampleAlerts.all().values().iterator().next();
		return new AlertChanged(alert, before, State.RELEASED, "policy", "", Instant.EPOCH);
	}

}
