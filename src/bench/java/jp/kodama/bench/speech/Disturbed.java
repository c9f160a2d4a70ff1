package jp.kodama.bench.speech;

import java.util.Random;

import jp.kodama.speech.Sound;

/** Sound as it is outdoors: pink noise at a given distance below the speech, an echo. */
final class Disturbed {

	private Disturbed() {
	}

	/** Adds pink noise; the level of the speech is measured without its pauses. */
	static Sound noise(Sound sound, double decibels) {
		short[] samples = sound.samples();
		double[] pink = pink(samples.length);
		double power = 0;
		for (double one : pink) {
			power += one * one / pink.length;
		}
		double gain = 32768 * Math.pow(10, (sound.loudness() - decibels) / 20) / Math.sqrt(power);
		for (int i = 0; i < samples.length; i++) {
			samples[i] = clipped(samples[i] + gain * pink[i]);
		}
		return new Sound(sound.rate(), samples);
	}

	/** Adds itself once more, later and quieter. */
	static Sound echo(Sound sound, int millis, double decibels) {
		short[] samples = sound.samples();
		short[] out = samples.clone();
		int delay = sound.rate() * millis / 1000;
		for (int i = delay; i < out.length; i++) {
			out[i] = clipped(samples[i] + samples[i - delay] * Math.pow(10, decibels / 20));
		}
		return new Sound(sound.rate(), out);
	}

	/** White noise filtered to −3 dB an octave (Kellet's economy filter). */
	private static double[] pink(int length) {
		Random random = new Random(4);
		double[] pink = new double[length];
		double low = 0;
		double middle = 0;
		double high = 0;
		for (int i = 0; i < length; i++) {
			double white = random.nextGaussian();
			low = 0.99765 * low + white * 0.0990460;
			middle = 0.96300 * middle + white * 0.2965164;
			high = 0.57000 * high + white * 1.0526913;
			pink[i] = low + middle + high + white * 0.1848;
		}
		return pink;
	}

	private static short clipped(double sample) {
		return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
	}

}
