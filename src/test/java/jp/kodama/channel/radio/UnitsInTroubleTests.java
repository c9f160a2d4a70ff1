package jp.kodama.channel.radio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jp.kodama.channel.radio.peer.Baresip;
import jp.kodama.channel.radio.peer.PeerProcess;
import jp.kodama.channel.radio.peer.Sipp;
import jp.kodama.delivery.Outcome;
import jp.kodama.speech.Sound;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an officer is told, and what is tried again, when a unit does not take a
 * broadcast.
 */
class UnitsInTroubleTests {

	private static final String PASSWORD = "correct horse";

	@TempDir
	Path folder;

	@Test
	void aBusyUnitIsCalledAgainAfterTheTimeItAsksFor() throws Exception {
		try (Sipp unit = sipp("busy"); OnTheAir radio = new OnTheAir(unit.uri())) {
			Outcome outcome = radio.air(OnTheAir.tone(1));
			assertThat(later(outcome).cause()).contains(unit.uri(), "話し中", "486");
			assertThat(later(outcome).after()).isEqualTo(Duration.ofSeconds(7));
			assertThat(unit.content()).isTrue();
		}
	}

	@Test
	void aUnitThatNobodyAnswersIsLetGo() throws Exception {
		try (Sipp unit = sipp("no-answer"); OnTheAir radio = new OnTheAir(unit.uri() + "?ringing=1")) {
			assertThat(later(radio.air(OnTheAir.tone(1))).cause()).contains("応答なし");
			assertThat(unit.content()).as("the call was taken back").isTrue();
		}
	}

	@Test
	void aUnitThatHangsUpMidSentenceHasNotHeardIt() throws Exception {
		try (Sipp unit = sipp("hang-up"); OnTheAir radio = new OnTheAir(unit.uri())) {
			assertThat(later(radio.air(OnTheAir.tone(20))).cause()).contains("途中で切れました").doesNotContain("1025/1025");
			assertThat(unit.content()).isTrue();
		}
	}

	@Test
	void aUnitThatAsksForThePasswordGetsProofOfIt() throws Exception {
		try (Sipp unit = sipp("password");
				OnTheAir radio = new OnTheAir(new String[] { unit.uri() + "?user=town" }, PASSWORD)) {
			assertThat(radio.air(OnTheAir.tone(0.2))).isInstanceOf(Outcome.HandedOver.class);
			assertThat(unit.content()).isTrue();
		}
	}

	@Test
	void aWrongPasswordIsNotTriedAgain() throws Exception {
		try (Sipp unit = sipp("password");
				OnTheAir radio = new OnTheAir(new String[] { unit.uri() + "?user=town" }, "wrong one")) {
			assertThat(radio.air(OnTheAir.tone(0.2))).isInstanceOfSatisfying(Outcome.Rejected.class,
					(never) -> assertThat(never.cause()).contains("認証できません").doesNotContain("wrong one"));
			assertThat(unit.content()).isTrue();
		}
	}

	@Test
	void aMissingPasswordIsTheOperatorsToMend() throws Exception {
		try (Sipp unit = sipp("password"); OnTheAir radio = new OnTheAir(unit.uri())) {
			assertThat(later(radio.air(OnTheAir.tone(0.2))).cause()).contains("none is set");
		}
	}

	@Test
	void aUnitThatIsNotThereHoldsUpNobodyForLong() throws Exception {
		try (OnTheAir radio = new OnTheAir("sip:unit@127.0.0.1:" + PeerProcess.freePort() + "?ringing=1",
				"sip:unit@127.0.0.1:" + PeerProcess.freePort() + ";transport=tcp?ringing=1")) {
			assertThat(later(radio.air(OnTheAir.tone(1))).cause()).contains("1. sip", "2. sip", "つながりません");
		}
	}

	@Test
	void aUnitThatLosesItsPowerIsCalledAgainAndTheOthersAreNot() throws Exception {
		int port = PeerProcess.freePort();
		Baresip dying = Baresip.answering(this.folder.resolve("dying"), port, "PCMU/8000/1");
		try (dying; OnTheAir radio = new OnTheAir(dying.uri(), "file:" + this.folder.resolve("drop"))) {
			CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> air(radio, 30));
			dying.talking();
			dying.kill();
			assertThat(later(outcome.join()).cause()).contains(dying.uri(), "nobody listens").doesNotContain("file:");
			try (Baresip again = Baresip.answering(this.folder.resolve("again"), port, "PCMU/8000/1")) {
				assertThat(air(radio, 1)).isInstanceOf(Outcome.HandedOver.class);
				assertThat(again.heard().seconds()).isGreaterThan(0.8);
			}
		}
	}

	@Test
	void whatIsUrgentDoesNotWaitForWhatIsNot() throws Exception {
		try (Baresip unit = Baresip.answering(this.folder.resolve("unit"), PeerProcess.freePort(), "PCMU/8000/1");
				OnTheAir radio = new OnTheAir(unit.uri())) {
			Sound notice = Sound
				.join(List.of(OnTheAir.tone(2), Sound.silence(16000, Duration.ofSeconds(1)), OnTheAir.tone(20)));
			CompletableFuture<Outcome> routine = CompletableFuture.supplyAsync(() -> {
				try {
					return radio.air(notice, SampleAlerts.tsunami());
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			});
			unit.talking();
			assertThat(radio.air(OnTheAir.tone(1), SampleAlerts.evacuation())).isInstanceOf(Outcome.HandedOver.class);
			assertThat(later(routine.join()).cause()).contains("割り込み放送のため中断しました");
		}
	}

	private static Outcome air(OnTheAir radio, double seconds) {
		try {
			return radio.air(OnTheAir.tone(seconds));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Sipp sipp(String scenario) throws Exception {
		return Sipp.playing(this.folder.resolve(scenario), scenario);
	}

	private static Outcome.RetryLater later(Outcome outcome) {
		assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
		return (Outcome.RetryLater) outcome;
	}

}
