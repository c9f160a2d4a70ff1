package jp.kodama.speech;

/**
 * A filter of second order, with the two of the K-weighting of ITU-R BS.1770. The
 * recommendation prints coefficients for 48 kHz only; here they are worked out from the
 * analogue filters behind them, so that they hold at every rate.
 */
final class Biquad {

	private final double b0;

	private final double b1;

	private final double b2;

	private final double a1;

	private final double a2;

	private double first;

	private double second;

	private Biquad(double[] b, double a0, double a1, double a2) {
		this.b0 = b[0] / a0;
		this.b1 = b[1] / a0;
		this.b2 = b[2] / a0;
		this.a1 = a1 / a0;
		this.a2 = a2 / a0;
	}

	/** The first stage: the head raises what is above 1.7 kHz by 4 dB. */
	static Biquad headShelf(int rate) {
		double k = Math.tan(Math.PI * 1681.974450955533 / rate);
		double q = 0.7071752369554196;
		double high = Math.pow(10, 3.999843853973347 / 20);
		double band = Math.pow(high, 0.4996667741545416);
		return new Biquad(new double[] { high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k },
				1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k);
	}

	/** The second stage: what is below 38 Hz is hardly heard. */
	static Biquad highPass(int rate) {
		double k = Math.tan(Math.PI * 38.13547087602444 / rate);
		double q = 0.5003270373238773;
		double a0 = 1 + k / q + k * k;
		return new Biquad(new double[] { a0, -2 * a0, a0 }, a0, 2 * (k * k - 1), 1 - k / q + k * k);
	}

	/** One sample in, one out. */
	double next(double in) {
		double out = this.b0 * in + this.first;
		this.first = this.b1 * in - this.a1 * out + this.second;
		this.second = this.b2 * in - this.a2 * out;
		return out;
	}

	/** Its coefficients: b0, b1, b2, a1, a2. */
	double[] coefficients() {
		return new double[] { this.b0, this.b1, this.b2, this.a1, this.a2 };
	}

}
