package jp.kodama.channel.radio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.speech.Sound;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Every siren sounds as the law and the table say: measured on the wave itself. */
class SignalsTests {

	private static final Path TABLE = Path.of("channels/radio/sounds.yaml");

	private final Signals signals = Signals.load(TABLE);

	@ParameterizedTest
	@CsvSource({ "civil-protection,14,0,1", "tsunami-major,3,2,3", "tsunami,5,6,2", "tsunami-advisory,10,2,2",
			"lifted,10,3,5", "evacuation,60,5,2", "safety,3,1,5", "eew,0.2,0.1,8" })
	void aSirenSoundsAndPausesForItsSeconds(String name, double blast, double pause, int times) {
		List<double[]> blasts = new Wave(sound(name, 16000)).blasts();
		assertThat(blasts).hasSize(times);
		for (int i = 0; i < times; i++) {
			assertThat(blasts.get(i)[1] - blasts.get(i)[0]).isCloseTo(blast, Offset.offset(0.05));
			if (i > 0) {
				assertThat(blasts.get(i)[0] - blasts.get(i - 1)[1]).isCloseTo(pause, Offset.offset(0.05));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "tsunami-major,500", "tsunami,500", "tsunami-advisory,500", "lifted,400", "evacuation,500",
			"safety,600" })
	void aSirenHoldsItsPitch(String name, double pitch) {
		Wave wave = new Wave(sound(name, 16000));
		for (double second = 0.5; second < 2.5; second += 0.5) {
			assertThat(wave.pitchAt(second)).isCloseTo(pitch, Offset.offset(3.0));
		}
	}

	@Test
	void theSirenOfCivilProtectionSwells() {
		Wave wave = new Wave(sound("civil-protection", 16000));
		assertThat(wave.pitchAt(1.97)).isCloseTo(420, Offset.offset(15.0));
		assertThat(wave.pitchAt(2.97)).isCloseTo(840, Offset.offset(15.0));
		assertThat(wave.pitchAt(3.97)).isCloseTo(420, Offset.offset(15.0));
	}

	@Test
	void theOpeningChimeRisesAndTheClosingChimeFalls() {
		double[] notes = { 523.25, 659.25, 783.99, 1046.5 };
		Wave up = new Wave(sound("chime", 16000));
		Wave down = new Wave(sound("chime-down", 16000));
		for (int i = 0; i < 4; i++) {
			// The first note is alone; later ones ring over those before them.
			assertThat(strongest(up, i * 0.6 + 0.02)).isEqualTo(notes[i]);
			assertThat(strongest(down, i * 0.6 + 0.02)).isEqualTo(notes[3 - i]);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8000, 16000, 48000 })
	void noSignalClipsAtAnyRate(int rate) {
		for (String name : List.of("chime", "chime-down", "civil-protection", "tsunami-major", "lifted", "eew")) {
			assertThat(sound(name, rate).peak()).as(name).isBetween(0.2, 0.9);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "chime", "chime-down", "civil-protection", "tsunami-major", "tsunami", "tsunami-advisory",
			"lifted", "evacuation", "safety", "eew" })
	void everySignalIsAsLoudAsChannelYamlStates(String name) {
		Sound sound = sound(name, 16000);
		assertThat(sound.loudness()).isCloseTo(-14, Offset.offset(0.2));
		assertThat(sound.peak()).isLessThan(0.892);
	}

	@Test
	void aNameThatIsNotThereIsNoReasonToBeSilent() {
		assertThat(this.signals.named("nonsense").title()).isEqualTo("上りチャイム");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{chime: {title: a, chime: {notes: [440]}}, x: {title: b}}|x",
			"{chime: {title: a, chime: {notes: [440]}}, x: {title: b, siren: {pitch: 5}}}|siren",
			"{chime: {title: a, chime: {notes: [440]}}, x: {title: b, siren: {blast: soon, pitch: 5}}}|blast",
			"{x: {title: b, siren: {blast: 3s, pitch: 500}}}|sounds.chime is missing", "{chime: [|sounds.yaml" })
	void aBrokenTableIsNamed(String table, String fault, @TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("sounds.yaml"), "sounds: " + table);
		assertThatIllegalStateException().isThrownBy(() -> Signals.load(file))
			.withMessageStartingWith(file.toString())
			.withStackTraceContaining(fault);
	}

	private Sound sound(String name, int rate) {
		return this.signals.named(name).sound(rate).levelled(-14);
	}

	/** Which note of the chime is the strongest at a moment. */
	private static double strongest(Wave wave, double second) {
		short[] samples = wave.sound().samples();
		int rate = wave.sound().rate();
		double loudest = 0;
		double note = 0;
		for (double pitch : new double[] { 523.25, 659.25, 783.99, 1046.5 }) {
			double re = 0;
			double im = 0;
			for (int i = (int) (second * rate); i < (second + 0.2) * rate; i++) {
				re += samples[i] * Math.cos(2 * Math.PI * pitch * i / rate);
				im += samples[i] * Math.sin(2 * Math.PI * pitch * i / rate);
			}
			if (Math.hypot(re, im) > loudest) {
				loudest = Math.hypot(re, im);
				note = pitch;
			}
		}
		return note;
	}

}
