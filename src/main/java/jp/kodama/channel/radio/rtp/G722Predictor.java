package jp.kodama.channel.radio.rtp;

/**
 * The adaptive predictor of both bands of G.722 (recommendation, 3.6): two poles, six
 * zeros. Values are 16-bit, kept in ints.
 */
final class G722Predictor {

	private static final int ZEROS = 6;

	private final int[] difference = new int[ZEROS + 1];

	private final int[] zero = new int[ZEROS + 1];

	private final int[] partial = new int[3];

	private final int[] rebuilt = new int[3];

	private final int[] pole = new int[3];

	private int zeroPart;

	private int estimate;

	/** What the next sample of the band should be. */
	int estimate() {
		return this.estimate;
	}

	/** Learns from the quantised difference between estimate and sample. */
	void adapt(int quantised) {
		this.difference[0] = quantised;
		this.rebuilt[0] = clip(this.estimate + quantised);
		this.partial[0] = clip(this.zeroPart + quantised);
		int second = secondPole();
		int first = firstPole(second);
		adaptZeros();
		this.pole[1] = first;
		this.pole[2] = second;
		for (int i = ZEROS; i > 0; i--) {
			this.difference[i] = this.difference[i - 1];
		}
		for (int i = 2; i > 0; i--) {
			this.rebuilt[i] = this.rebuilt[i - 1];
			this.partial[i] = this.partial[i - 1];
		}
		predict();
	}

	private int secondPole() {
		int direct = Math.max(-32768, Math.min(32767, this.pole[1] << 2));
		int pull = sameSign(this.partial[0], this.partial[1]) ? -direct : direct;
		int change = (Math.min(pull, 32767) >> 7) + (sameSign(this.partial[0], this.partial[2]) ? 128 : -128);
		int wanted = change + (this.pole[2] * 32512 >> 15);
		return Math.max(-12288, Math.min(12288, wanted));
	}

	private int firstPole(int second) {
		int wanted = clip((sameSign(this.partial[0], this.partial[1]) ? 192 : -192) + (this.pole[1] * 32640 >> 15));
		int limit = clip(15360 - second);
		return Math.max(-limit, Math.min(limit, wanted));
	}

	private void adaptZeros() {
		int step = (this.difference[0] == 0) ? 0 : 128;
		for (int i = 1; i <= ZEROS; i++) {
			int change = sameSign(this.difference[0], this.difference[i]) ? step : -step;
			this.zero[i] = clip(change + (this.zero[i] * 32640 >> 15));
		}
	}

	private void predict() {
		int poles = 0;
		for (int i = 1; i <= 2; i++) {
			poles += this.pole[i] * clip(this.rebuilt[i] * 2) >> 15;
		}
		int zeros = 0;
		for (int i = 1; i <= ZEROS; i++) {
			zeros += this.zero[i] * clip(this.difference[i] * 2) >> 15;
		}
		this.zeroPart = clip(zeros);
		this.estimate = clip(clip(poles) + this.zeroPart);
	}

	private static boolean sameSign(int one, int other) {
		return one >> 15 == other >> 15;
	}

	/** Into 16 bits. */
	static int clip(int value) {
		return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
	}

}
