package jp.kodama.speech;

/** Measures the level of what is heard, leaving pauses out. */
final class Loudness {

	/** Blocks this far below the loudest are pauses: 30 dB in power. */
	private static final double PAUSE = 1e-3;

	private Loudness() {
	}

	/** Decibels below full scale, of blocks of so many samples. */
	static double of(short[] samples, int block) {
		double[] powers = powers(samples, block);
		double loudest = 0;
		for (double power : powers) {
			loudest = Math.max(loudest, power);
		}
		double sum = 0;
		int heard = 0;
		for (double power : powers) {
			if (power > loudest * PAUSE) {
				sum += power;
				heard++;
			}
		}
		return (heard > 0) ? 10 * Math.log10(sum / heard) : Double.NEGATIVE_INFINITY;
	}

	private static double[] powers(short[] samples, int block) {
		double[] powers = new double[(samples.length + block - 1) / block];
		for (int i = 0; i < samples.length; i++) {
			double sample = samples[i] / 32768.0;
			powers[i / block] += sample * sample / block;
		}
		return powers;
	}

}
