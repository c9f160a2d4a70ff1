package jp.kodama.speech;

/**
 * Changes a sample rate by a windowed-sinc low-pass (Kaiser, about 80 dB down): what the
 * lower of the two rates cannot carry is removed instead of folding back as hiss.
 */
final class Resampler {

	/** Zero crossings of the sinc on each side: sharpness of the filter. */
	private static final int CROSSINGS = 24;

	/** Kaiser's β for 80 dB. */
	private static final double BETA = 7.9;

	/** The filter is at half height here, as a part of the lower Nyquist frequency. */
	private static final double CUTOFF = 0.93;

	private final int from;

	private final int to;

	/** Output samples until the phase repeats. */
	private final int phases;

	private final int half;

	private final double[][] taps;

	Resampler(int from, int to) {
		this.from = from;
		this.to = to;
		this.phases = to / gcd(from, to);
		double cutoff = CUTOFF * Math.min(1.0, (double) to / from);
		this.half = (int) Math.ceil(CROSSINGS / cutoff);
		this.taps = new double[this.phases][];
		for (int phase = 0; phase < this.phases; phase++) {
			double offset = (double) ((long) phase * from % to) / to;
			this.taps[phase] = taps(offset, cutoff);
		}
	}

	Sound resample(short[] samples) {
		int length = (int) Math.round((double) samples.length * this.to / this.from);
		short[] out = new short[length];
		for (int i = 0; i < length; i++) {
			out[i] = sample(i, samples, 0);
		}
		return new Sound(this.to, out);
	}

	/** Which input sample an output sample lies at or just after. */
	long centre(long output) {
		return output * this.from / this.to;
	}

	/**
	 * How many input samples on each side of its centre an output sample is made from.
	 */
	int reach() {
		return this.half;
	}

	/**
	 * One output sample.
	 * @param input part of the input; what lies outside it counts as silence
	 * @param first which sample of the whole input the part begins with
	 */
	short sample(long output, short[] input, long first) {
		int centre = (int) (centre(output) - first);
		double[] weights = this.taps[(int) (output % this.phases)];
		double sum = 0;
		int from = Math.max(0, this.half - centre);
		int last = Math.min(weights.length, input.length - centre + this.half);
		for (int tap = from; tap < last; tap++) {
			sum += weights[tap] * input[centre + tap - this.half];
		}
		return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
	}

	private double[] taps(double offset, double cutoff) {
		double[] weights = new double[2 * this.half + 1];
		double sum = 0;
		for (int tap = 0; tap < weights.length; tap++) {
			double distance = tap - this.half - offset;
			weights[tap] = sinc(distance * cutoff) * kaiser(distance / (this.half + 1));
			sum += weights[tap];
		}
		for (int tap = 0; tap < weights.length; tap++) {
			weights[tap] /= sum;
		}
		return weights;
	}

	private static double sinc(double x) {
		return (Math.abs(x) < 1e-9) ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
	}

	private static double kaiser(double x) {
		return (Math.abs(x) >= 1) ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
	}

	/** The modified Bessel function I₀, by its power series. */
	private static double bessel(double x) {
		double sum = 1;
		double term = 1;
		for (int k = 1; term > sum * 1e-12; k++) {
			term *= (x / (2 * k)) * (x / (2 * k));
			sum += term;
		}
		return sum;
	}

	private static int gcd(int a, int b) {
		return (b == 0) ? a : gcd(b, a % b);
	}

}
