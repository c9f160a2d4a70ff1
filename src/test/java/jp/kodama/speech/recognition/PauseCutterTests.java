package jp.kodama.speech.recognition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import jp.kodama.speech.Sound;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Running sound is cut at its pauses, with noise and without. */
class PauseCutterTests {

	private static final int RATE = 16000;

	private final List<Double> began = new ArrayList<>();

	private final List<Sound> found = new ArrayList<>();

	@Test
	void twoPhrasesAreTwoSegments() {
		cut(Sound.join(List.of(silence(1), voice(2, 0), silence(1), voice(3, 0), silence(1))));
		assertThat(this.found).hasSize(2);
		assertThat(this.began.get(0)).isBetween(0.5, 1.0);
		assertThat(this.began.get(1)).isBetween(3.5, 4.0);
		assertThat(this.found.get(1).seconds()).isBetween(3.0, 4.0);
	}

	@Test
	void noiseBetweenThemIsAPauseToo() {
		cut(Sound.join(List.of(noise(10), voice(2, 300), noise(1), voice(3, 300), noise(1))));
		this.found.removeIf((one) -> one.seconds() > 8);
		assertThat(this.found).hasSize(2);
	}

	@Test
	void whatNeverPausesIsCut() {
		cut(Sound.join(List.of(silence(1), voice(40, 0))));
		assertThat(this.found).hasSizeBetween(4, 8).allMatch((one) -> one.seconds() <= PauseCutter.LONGEST + 0.5);
		assertThat(this.found.stream().mapToDouble(Sound::seconds).sum()).isBetween(39.0, 43.0);
	}

	@Test
	void aSirenThatGoesOnIsNoise() {
		short[] samples = new short[60 * RATE];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (short) (8000 * Math.sin(i * 0.2));
		}
		cut(Sound.join(List.of(silence(1), new Sound(RATE, samples))));
		assertThat(this.found.stream().mapToDouble(Sound::seconds).sum()).isLessThan(15);
	}

	@Test
	void silenceAloneIsNothingAndIsNotKept() {
		cut(silence(60));
		assertThat(this.found).isEmpty();
	}

	private void cut(Sound sound) {
		PauseCutter segmenter = new PauseCutter(RATE, (segment, at) -> {
			this.found.add(segment);
			this.began.add(at);
		});
		short[] samples = sound.samples();
		for (int from = 0; from < samples.length; from += 1600) {
			segmenter.hear(new Sound(RATE, Arrays.copyOfRange(samples, from, Math.min(samples.length, from + 1600))));
		}
		segmenter.last();
	}

	private static Sound silence(double seconds) {
		return Sound.silence(RATE, Duration.ofMillis((long) (seconds * 1000)));
	}

	private static Sound noise(double seconds) {
		return made(seconds, 0, 300);
	}

	private static Sound voice(double seconds, int noise) {
		return made(seconds, 8000, noise);
	}

	private static Sound made(double seconds, int voice, int noise) {
		Random random = new Random(1);
		short[] samples = new short[(int) (seconds * RATE)];
		for (int i = 0; i < samples.length; i++) {
			boolean between = i % (RATE / 4) < RATE / 12;
			samples[i] = (short) ((between ? voice / 30 : voice) * Math.sin(i * 0.5) + noise * random.nextGaussian());
		}
		return new Sound(RATE, samples);
	}

}
