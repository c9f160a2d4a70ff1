package jp.kodama.channel.radio.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import jp.kodama.channel.radio.Turn;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;
import jp.kodama.speech.Sound;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A broadcast that must give way does so behind a phrase, and not within one. */
class AiringTests {

	/** Four seconds without any pause. */
	private final Sound siren = new Sound(16000, loud());

	@Test
	void itIsLeftWherePhrasesJsonSaysAndNowhereElse() {
		Airing airing = airing(true, "{\"boundaries\":[16000,48001]}");
		assertThat(IntStream.range(0, 200).filter((packet) -> !airing.mayGoOn(this.siren, packet))).containsExactly(50,
				151);
	}

	@Test
	void whatNobodyBreaksInOnGoesOn() {
		Airing airing = airing(false, "{\"boundaries\":[16000]}");
		assertThat(IntStream.range(0, 200)).allMatch((packet) -> airing.mayGoOn(this.siren, packet));
	}

	@Test
	void withoutPhrasesOnlyAPauseWillDo() {
		Airing airing = airing(true, null);
		assertThat(IntStream.range(0, 190)).allMatch((packet) -> airing.mayGoOn(this.siren, packet));
		assertThat(airing(true, null).mayGoOn(new Sound(16000, new short[16000]), 3)).isFalse();
	}

	private static Airing airing(boolean givesWay, @org.jspecify.annotations.Nullable String phrases) {
		List<Artifact> artifacts = (phrases != null) ? List.of(new Artifact("phrases.json", "application/json", "ja",
				phrases.getBytes(StandardCharsets.UTF_8), List.of())) : List.of();
		Turn turn = mock(Turn.class);
		when(turn.mayGoOn()).thenReturn(!givesWay);
		return new Airing(new Parcel.Live(new Delivery("x.radio.0", "x", "radio", "0", false, 1),
				SampleAlerts.tsunami(), artifacts), turn);
	}

	private static short[] loud() {
		short[] samples = new short[64000];
		java.util.Arrays.fill(samples, (short) 8000);
		return samples;
	}

}
