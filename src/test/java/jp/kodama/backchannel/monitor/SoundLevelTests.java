package jp.kodama.backchannel.monitor;

import java.util.Random;

import jp.kodama.speech.Sound;
import jp.kodama.testing.Outdoors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Silence, hum and a broadcast are told apart. */
class SoundLevelTests {

	@Test
	void aQuietReceiverIsSilent() {
		assertThat(last(Outdoors.pause(3))).isEqualTo(Hearing.SILENCE);
	}

	@Test
	void theMainsIsHumWithNoiseBeneathToo() {
		assertThat(last(Outdoors.hum(3))).isEqualTo(Hearing.HUM);
		assertThat(last(Outdoors.noisy(Outdoors.hum(3), 15))).isEqualTo(Hearing.HUM);
	}

	@Test
	void aChimeASirenAndNoiseAreSound() {
		assertThat(last(Outdoors.chime())).isEqualTo(Hearing.SOUND);
		short[] siren = new short[3 * Sounding.RATE];
		short[] noise = new short[3 * Sounding.RATE];
		Random random = new Random(1);
		for (int i = 0; i < siren.length; i++) {
			siren[i] = (short) (9000 * Math.sin(2 * Math.PI * 500 * i / Sounding.RATE));
			noise[i] = (short) (1000 * random.nextGaussian());
		}
		assertThat(last(new Sound(Sounding.RATE, siren))).isEqualTo(Hearing.SOUND);
		assertThat(last(new Sound(Sounding.RATE, noise))).isEqualTo(Hearing.SOUND);
	}

	private static Hearing last(Sound sound) {
		SoundLevel level = new SoundLevel();
		short[] samples = sound.samples();
		Hearing hearing = Hearing.WAITING;
		for (int at = 0; at + 1600 <= samples.length; at += 1600) {
			hearing = level.add(java.util.Arrays.copyOfRange(samples, at, at + 1600), 1600);
		}
		return hearing;
	}

}
