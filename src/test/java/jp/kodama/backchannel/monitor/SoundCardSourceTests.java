package jp.kodama.backchannel.monitor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A line input by the name that ALSA knows it by. No card is needed: ALSA's own library
 * plays a file as if a line brought it.
 */
class SoundCardSourceTests {

	private static final int CARD_RATE = 48_000;

	private static final Path ALSA = Path.of("/usr/share/alsa/alsa.conf");

	@TempDir
	Path folder;

	@BeforeEach
	void itsProgramsAreHere() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "no ffmpeg: apt-get install ffmpeg");
		assumeTrue(Files.exists(ALSA), "no ALSA: apt-get install libasound2-data");
	}

	@Test
	void whatComesInByTheLineIsHeard() throws IOException {
		try (Sounding line = source().open(monitor("line"))) {
			SoundLevel level = new SoundLevel();
			short[] block = new short[Sounding.RATE / 10];
			Hearing hearing = Hearing.SILENCE;
			int crossings = 0;
			for (int i = 0; i < 10; i++) {
				assertThat(line.read(block)).isEqualTo(block.length);
				hearing = level.add(block, block.length);
				crossings += crossings(block);
			}
			assertThat(hearing).isEqualTo(Hearing.SOUND);
			assertThat(crossings).as("a second of 600 Hz").isBetween(1150, 1250);
		}
	}

	@Test
	void aCardThatIsNotThereIsSaid() throws IOException {
		try (Sounding line = source().open(monitor("attic"))) {
			assertThatIOException().isThrownBy(() -> line.read(new short[1600])).withMessageContaining("attic");
		}
	}

	private SoundCardSource source() throws IOException {
		Path config = this.folder.resolve("asound.conf");
		Files.writeString(config, """
				<%s>
				pcm.line { type file slave.pcm null file /dev/null infile %s format raw }
				""".formatted(ALSA, Files.write(this.folder.resolve("line.raw"), tone())));
		return new SoundCardSource(Map.of("ALSA_CONFIG_PATH", config.toString()));
	}

	private static Monitor monitor(String address) {
		return new Monitor("sound-card", true, address, List.of(), false, "ja", true, "");
	}

	/** Both sides of a stereo line, four seconds. */
	private static byte[] tone() {
		ByteBuffer bytes = ByteBuffer.allocate(4 * 4 * CARD_RATE).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < 4 * CARD_RATE; i++) {
			short sample = (short) (8000 * Math.sin(2 * Math.PI * 600 * i / CARD_RATE));
			bytes.putShort(sample).putShort(sample);
		}
		return bytes.array();
	}

	private static int crossings(short[] block) {
		int crossings = 0;
		for (int i = 1; i < block.length; i++) {
			crossings += ((block[i - 1] < 0) != (block[i] < 0)) ? 1 : 0;
		}
		return crossings;
	}

}
