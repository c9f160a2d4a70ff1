package jp.kodama.backchannel.aircheck;

/** The fast Fourier transform, in place; lengths are powers of two. */
final class Fourier {

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
		double angle = (back ? 2 : -2) * Math.PI / length;
		for (int k = 0; k < half; k++) {
			double cos = Math.cos(angle * k);
			double sin = Math.sin(angle * k);
			for (int i = k; i < real.length; i += length) {
				double re = real[i + half] * cos - imaginary[i + half] * sin;
				double im = real[i + half] * sin + imaginary[i + half] * cos;
				real[i + half] = real[i] - re;
				imaginary[i + half] = imaginary[i] - im;
				real[i] += re;
				imaginary[i] += im;
			}
		}
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
