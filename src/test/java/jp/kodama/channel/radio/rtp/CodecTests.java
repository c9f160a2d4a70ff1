package jp.kodama.channel.radio.rtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jp.kodama.speech.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What each codec makes of a sound is undone by somebody else's decoder: ffmpeg. */
class CodecTests {

	@TempDir
	Path folder;

	@Test
	void aSecondIsFiftyPackets() {
		Sound second = sweep(16000, 1);
		for (Codec codec : Codec.values()) {
			assertThat(codec.payloads(second)).hasSize(50).allMatch((one) -> one.length == 160);
		}
		assertThat(Codec.PCMU.payloads(sweep(48000, 0.03))).as("filled up with silence").hasSize(2);
	}

	/** A long broadcast is encoded while it is on the air; nobody hears the seams. */
	@Test
	void whatIsEncodedBitByBitIsTheSameAsTheWhole() {
		for (int rate : new int[] { 8000, 16000, 48000 }) {
			Sound sound = sweep(rate, 3.21);
			assertThat(joined(Codec.PCMU.payloads(sound)))
				.isEqualTo(G711.encode(padded(sound), javax.sound.sampled.AudioFormat.Encoding.ULAW));
			assertThat(joined(Codec.G722.payloads(sound)))
				.isEqualTo(new G722Encoder().encode(padded(sound).at(G722Encoder.RATE)));
		}
	}

	private static Sound padded(Sound sound) {
		int packet = sound.rate() / 50;
		return new Sound(sound.rate(),
				Arrays.copyOf(sound.samples(), -Math.floorDiv(-sound.length(), packet) * packet));
	}

	private static byte[] joined(List<byte[]> payloads) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		payloads.forEach(bytes::writeBytes);
		return bytes.toByteArray();
	}

	@Test
	void g711IsDecodedByOthers() throws Exception {
		assertThat(noise(Codec.PCMU, 8000, 0, "-f", "mulaw", "-ar", "8000")).isLessThan(-30);
		assertThat(noise(Codec.PCMA, 8000, 0, "-f", "alaw", "-ar", "8000")).isLessThan(-30);
	}

	/** Two mirror filters, here and there, delay it by 22 samples together. */
	@Test
	void g722IsDecodedByOthers() throws Exception {
		assertThat(noise(Codec.G722, 16000, 22, "-f", "g722")).isLessThan(-20.0);
	}

	@Test
	void g711FilesAreReadByOthers() throws Exception {
		Path wav = Files.write(this.folder.resolve("a.wav"),
				G711.wav(sweep(16000, 1), javax.sound.sampled.AudioFormat.Encoding.ULAW));
		assertThat(ffmpeg(List.of("-i", wav.toString())).seconds()).isEqualTo(1);
		assertThat(Files.readAllBytes(wav)[20]).as("format tag").isEqualTo((byte) 7);
	}

	/** What remains after taking the original away, in dB below it. */
	private double noise(Codec codec, int rate, int delay, String... format) throws Exception {
		Sound original = sweep(rate, 2);
		Path raw = this.folder.resolve(codec.name());
		try (var out = Files.newOutputStream(raw)) {
			for (byte[] payload : codec.payloads(original)) {
				out.write(payload);
			}
		}
		List<String> input = new ArrayList<>(List.of(format));
		input.addAll(List.of("-i", raw.toString()));
		short[] decoded = ffmpeg(input).at(rate).samples();
		short[] sent = original.samples();
		double power = 0;
		double rest = 0;
		for (int i = rate / 10; i < decoded.length - delay - 100; i++) {
			power += Math.pow(sent[i], 2);
			rest += Math.pow(sent[i] - decoded[i + delay], 2);
		}
		return 10 * Math.log10(rest / power);
	}

	private Sound ffmpeg(List<String> input) throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "ffmpeg is missing: setup/test-parts.sh");
		Path wav = this.folder.resolve("decoded.wav");
		List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-y", "-loglevel", "error"));
		command.addAll(input);
		command.addAll(List.of("-bitexact", "-c:a", "pcm_s16le", wav.toString()));
		assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
		return Sound.ofWav(Files.readAllBytes(wav));
	}

	/** A tone that rises from 200 Hz to 3 kHz, at a third of full scale. */
	private static Sound sweep(int rate, double seconds) {
		short[] samples = new short[(int) (rate * seconds)];
		for (int i = 0; i < samples.length; i++) {
			double t = (double) i / rate;
			samples[i] = (short) (10000 * Math.sin(2 * Math.PI * (200 * t + 700 * t * t)));
		}
		return new Sound(rate, samples);
	}

}
