package jp.kodama.speech;

/**
 * How loud people find a mono sound: integrated loudness after ITU-R BS.1770-5 in LUFS,
 * K-weighted, in blocks of 400 ms that overlap by three quarters, without those that are
 * silence or 10 LU below the rest.
 */
final class Loudness {

	/** Annex 1 of the recommendation: the scale's offset. */
	private static final double OFFSET = -0.691;

	/** Blocks below this are silence. */
	private static final double ABSOLUTE_GATE = power(-70);

	/** Blocks this far below the rest are pauses: 10 LU. */
	private static final double RELATIVE_GATE = 0.1;

	private Loudness() {
	}

	/** Its loudness; minus infinity for silence. */
	static double of(short[] samples, int rate) {
		double[] blocks = blocks(samples, rate);
		double mean = mean(blocks, ABSOLUTE_GATE);
		double gated = mean(blocks, Math.max(ABSOLUTE_GATE, mean * RELATIVE_GATE));
		return (gated > 0) ? OFFSET + 10 * Math.log10(gated) : Double.NEGATIVE_INFINITY;
	}

	private static double mean(double[] blocks, double gate) {
		double sum = 0;
		int heard = 0;
		for (double power : blocks) {
			if (power > gate) {
				sum += power;
				heard++;
			}
		}
		return (heard > 0) ? sum / heard : 0;
	}

	/**
	 * The power of each block. What is shorter than a block is one block, of its own
	 * length.
	 */
	private static double[] blocks(short[] samples, int rate) {
		int step = rate / 10;
		double[] steps = steps(samples, rate, step);
		if (samples.length < 4 * step) {
			double sum = 0;
			for (double one : steps) {
				sum += one;
			}
			return new double[] { sum / Math.max(1, samples.length) };
		}
		double[] blocks = new double[samples.length / step - 3];
		for (int i = 0; i < blocks.length; i++) {
			blocks[i] = (steps[i] + steps[i + 1] + steps[i + 2] + steps[i + 3]) / (4 * step);
		}
		return blocks;
	}

	/** The energy of each quarter of a block. */
	private static double[] steps(short[] samples, int rate, int step) {
		Biquad shelf = Biquad.headShelf(rate);
		Biquad highPass = Biquad.highPass(rate);
		double[] steps = new double[samples.length / step + 1];
		for (int i = 0; i < samples.length; i++) {
			double weighted = highPass.next(shelf.next(samples[i] / 32768.0));
			steps[i / step] += weighted * weighted;
		}
		return steps;
	}

	private static double power(double loudness) {
		return Math.pow(10, (loudness - OFFSET) / 10);
	}

}
