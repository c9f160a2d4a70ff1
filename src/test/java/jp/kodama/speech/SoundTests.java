package jp.kodama.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Sound is joined, levelled and carried to another rate without harm. */
class SoundTests {

	@Test
	void aWavFileGivesBackWhatWentIn() throws IOException {
		Sound tone = tone(16000, 440, 0.5);
		Sound back = Sound.ofWav(tone.wav());
		assertThat(back.rate()).isEqualTo(16000);
		assertThat(back.samples()).isEqualTo(tone.samples());
		assertThat(tone.wav()).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	void whatIsNoWavFileIsRefused() {
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> Sound.ofWav("<html>".getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@CsvSource({ "48000,16000", "8000,16000", "44100,16000", "16000,16000" })
	void soundInPiecesIsConvertedAsIfItWereWhole(int from, int to) {
		Sound whole = tone(from, 440, 0.5);
		RateConverter converter = new RateConverter(to);
		List<Sound> pieces = new ArrayList<>();
		short[] samples = whole.samples();
		for (int at = 0; at < samples.length; at += 777) {
			pieces.add(converter
				.next(new Sound(from, Arrays.copyOfRange(samples, at, Math.min(samples.length, at + 777)))));
		}
		pieces.add(converter.last());
		assertThat(Sound.join(pieces).samples()).isEqualTo(whole.at(to).samples());
	}

	@Test
	void partsFollowEachOther() {
		Sound joined = Sound.join(List.of(tone(8000, 440, 0.5), Sound.silence(8000, Duration.ofMillis(250))));
		assertThat(joined.seconds()).isEqualTo(1.25);
	}

	@Test
	void partsOfDifferentRatesAreNotJoined() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Sound.join(List.of(tone(8000, 440, 0.5), tone(16000, 440, 0.5))));
	}

	@ParameterizedTest
	@CsvSource({ "48000,16000", "48000,8000", "16000,8000", "16000,48000", "16000,16000", "48000,44100" })
	void aToneKeepsItsPitchAndLevelAtAnotherRate(int from, int to) {
		Sound out = tone(from, 1000, 0.5).at(to);
		assertThat(out.rate()).isEqualTo(to);
		assertThat(out.seconds()).isCloseTo(1, Offset.offset(0.001));
		assertThat(power(out, 1000)).isCloseTo(0.5, Offset.offset(0.01));
		assertThat(out.loudness()).isCloseTo(tone(to, 1000, 0.5).loudness(), Offset.offset(0.1));
	}

	@ParameterizedTest
	@CsvSource({ "48000,16000,11000", "48000,8000,5000", "16000,8000,6000" })
	void whatTheLowerRateCannotCarryDoesNotFoldBack(int from, int to, double pitch) {
		short[] out = tone(from, pitch, 0.5).at(to).samples();
		short[] steady = Arrays.copyOfRange(out, out.length / 4, out.length * 3 / 4);
		assertThat(new Sound(to, steady).peak()).isLessThan(0.0005);
	}

	@Test
	void aQuietSoundIsRaisedToItsLevel() {
		assertThat(tone(16000, 440, 0.02).levelled(-20).loudness()).isCloseTo(-20, Offset.offset(0.1));
	}

	@Test
	void aLevelIsNeverReachedByClipping() {
		Sound loud = tone(16000, 440, 0.5).levelled(6);
		assertThat(loud.peak()).isCloseTo(0.891, Offset.offset(0.001));
	}

	@Test
	void pausesDoNotCountAsQuiet() {
		Sound tone = tone(16000, 440, 0.5);
		Sound withPause = Sound.join(List.of(tone, Sound.silence(16000, Duration.ofSeconds(5)), tone));
		// Blocks of 400 ms that hold both count as what they are: a little quieter.
		assertThat(withPause.loudness()).isCloseTo(tone.loudness(), Offset.offset(1.0));
	}

	@Test
	void silenceStaysSilence() {
		Sound silence = Sound.silence(16000, Duration.ofSeconds(1));
		assertThat(silence.levelled(-20).peak()).isZero();
		assertThat(silence.loudness()).isEqualTo(Double.NEGATIVE_INFINITY);
	}

	private static Sound tone(int rate, double pitch, double amplitude) {
		short[] samples = new short[rate];
		for (int i = 0; i < rate; i++) {
			samples[i] = (short) Math.round(32767 * amplitude * Math.sin(2 * Math.PI * pitch * i / rate));
		}
		return new Sound(rate, samples);
	}

	/** The amplitude at one frequency: a single bin of a Fourier transform. */
	private static double power(Sound sound, double pitch) {
		double re = 0;
		double im = 0;
		short[] samples = sound.samples();
		for (int i = 0; i < samples.length; i++) {
			double angle = 2 * Math.PI * pitch * i / sound.rate();
			re += samples[i] * Math.cos(angle);
			im += samples[i] * Math.sin(angle);
		}
		return 2 * Math.hypot(re, im) / samples.length / 32768;
	}

}
