package jp.kodama.speech;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Loudness is that of ITU-R BS.1770, at the rates the radio uses. */
class LoudnessTests {

	/** Annex 1: a full-scale sine of 997 Hz in one channel reads -3.01. */
	@ParameterizedTest
	@ValueSource(ints = { 8000, 16000, 44100, 48000 })
	void theReferenceToneReadsAsTheRecommendationSays(int rate) {
		assertThat(Loudness.of(tone(rate, 997, 0, 5), rate)).isCloseTo(-3.01, Offset.offset(0.05));
	}

	@Test
	void theFiltersAreThoseOfTheRecommendation() {
		assertThat(Biquad.headShelf(48000).coefficients()).containsExactly(new double[] { 1.53512485958697,
				-2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585 }, Offset.offset(1e-8));
		assertThat(Biquad.highPass(48000).coefficients())
			.containsExactly(new double[] { 1, -2, 1, -1.99004745483398, 0.99007225036621 }, Offset.offset(1e-8));
	}

	/** EBU Tech 3341, case 3, in one channel: quiet parts 13 LU below do not count. */
	@Test
	void whatIsMuchQuieterThanTheRestDoesNotCount() {
		short[] loud = tone(48000, 1000, -20, 60);
		short[] quiet = tone(48000, 1000, -33, 10);
		assertThat(Loudness.of(joined(quiet, loud, quiet), 48000)).isCloseTo(-23, Offset.offset(0.1));
	}

	/** Case 1 and 2: a steady tone reads its own level. */
	@ParameterizedTest
	@ValueSource(ints = { -20, -30 })
	void aSteadyToneReadsItsLevel(int level) {
		assertThat(Loudness.of(tone(48000, 1000, level, 20), 48000)).isCloseTo(level - 3.0, Offset.offset(0.1));
	}

	@Test
	void bassCountsLessAndTrebleMore() {
		double middle = Loudness.of(tone(48000, 1000, -20, 3), 48000);
		assertThat(Loudness.of(tone(48000, 30, -20, 3), 48000)).isLessThan(middle - 5);
		assertThat(Loudness.of(tone(48000, 4000, -20, 3), 48000)).isCloseTo(middle + 3.3, Offset.offset(0.4));
	}

	@Test
	void whatIsShorterThanABlockIsMeasuredAsItIs() {
		short[] second = tone(16000, 997, 0, 1);
		assertThat(Loudness.of(java.util.Arrays.copyOf(second, 3200), 16000)).isCloseTo(-3.01, Offset.offset(0.3));
		assertThat(Loudness.of(new short[0], 16000)).isEqualTo(Double.NEGATIVE_INFINITY);
	}

	private static short[] joined(short[]... parts) {
		java.nio.ShortBuffer all = java.nio.ShortBuffer
			.allocate(java.util.Arrays.stream(parts).mapToInt((part) -> part.length).sum());
		for (short[] part : parts) {
			all.put(part);
		}
		return all.array();
	}

	private static short[] tone(int rate, double pitch, double level, int seconds) {
		short[] samples = new short[rate * seconds];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (short) Math
				.round(32767 * Math.pow(10, level / 20) * Math.sin(2 * Math.PI * pitch * i / rate));
		}
		return samples;
	}

}
