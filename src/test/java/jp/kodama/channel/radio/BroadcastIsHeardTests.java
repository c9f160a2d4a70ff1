package jp.kodama.channel.radio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.rendering.Artifact;
import jp.kodama.speech.Sound;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The sample alerts spoken by the real voices: long enough for their words, loud enough,
 * never clipped. The files are left in {@code target/radio} for ears.
 */
class BroadcastIsHeardTests {

	@TestFactory
	Stream<DynamicTest> everySampleAlertIsSpoken(@TempDir Path folder) throws IOException {
		Studio studio = new Studio(folder, "file:none");
		assumeTrue(studio.unavailable().isEmpty(), studio.unavailable());
		return SampleAlerts.all().entrySet().stream().map((sample) -> DynamicTest.dynamicTest(sample.getKey(), () -> {
			List<Artifact> artifacts = studio.compose(sample.getValue());
			Sound sound = sound(artifacts);
			Files.write(Files.createDirectories(Path.of("target/radio")).resolve(sample.getKey() + ".wav"),
					sound.wav());
			assertThat(sound.seconds()).isBetween(30.0, 300.0);
			assertThat(sound.loudness()).isBetween(-24.0, -12.0);
			assertThat(sound.peak()).isBetween(0.5, 0.9);
		})).onClose(studio::close);
	}

	private static Sound sound(List<Artifact> artifacts) throws IOException {
		for (Artifact artifact : artifacts) {
			if (artifact.name().equals("broadcast.wav")) {
				return Sound.ofWav(artifact.content());
			}
		}
		throw new AssertionError("no broadcast.wav in " + artifacts);
	}

}
