package jp.kodama.backchannel.aircheck;

/** The fast Fourier transform, in place; lengths are powers of two up to 2^17. */
final class Fourier {

	private static final int LONGEST = 17;

	private static final double[][][] TURNS = turns();

	private Fourier() {
	}

	/**
	 * Transforms.
	 * @param back whether to go back; the result is divided by its length then
	 */
	static void transform(double[] real, double[] imaginary, boolean back) {
		int size = real.length;
		for (int i = 1, j = 0; i < size; i++) {
			int bit = size >> 1;
			for (; (j & bit) != 0; bit >>= 1) {
				j ^= bit;
			}
			j ^= bit;
			if (i < j) {
				swap(real, i, j);
				swap(imaginary, i, j);
			}
		}
		for (int length = 2; length <= size; length <<= 1) {
			pass(real, imaginary, length, back);
		}
		if (back) {
			for (int i = 0; i < size; i++) {
				real[i] /= size;
				imaginary[i] /= size;
			}
		}
	}

	private static void pass(double[] real, double[] imaginary, int length, boolean back) {
		int half = length / 2;
		double[][] turns = TURNS[Integer.numberOfTrailingZeros(length)];
		for (int from = 0; from < real.length; from += length) {
			for (int k = 0; k < half; k++) {
				int i = from + k;
				double cos = turns[0][k];
				double sin = back ? -turns[1][k] : turns[1][k];
				double re = real[i + half] * cos - imaginary[i + half] * sin;
				double im = real[i + half] * sin + imaginary[i + half] * cos;
				real[i + half] = real[i] - re;
				imaginary[i + half] = imaginary[i] - im;
				real[i] += re;
				imaginary[i] += im;
			}
		}
	}

	/** Cosines and sines of a turn forward, each half of a length, by its logarithm. */
	private static double[][][] turns() {
		double[][][] turns = new double[LONGEST + 1][2][];
		for (int log = 1; log <= LONGEST; log++) {
			int half = 1 << (log - 1);
			turns[log][0] = new double[half];
			turns[log][1] = new double[half];
			for (int k = 0; k < half; k++) {
				turns[log][0][k] = Math.cos(-Math.PI * k / half);
				turns[log][1][k] = Math.sin(-Math.PI * k / half);
			}
		}
		return turns;
	}

	private static void swap(double[] values, int one, int other) {
		double kept = values[one];
		values[one] = values[other];
		values[other] = kept;
	}

	/** The least power of two that is not less. */
	static int size(int least) {
		return Integer.highestOneBit(Math.max(1, least - 1)) << 1;
	}

}
