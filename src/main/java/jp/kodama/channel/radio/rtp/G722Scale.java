package jp.kodama.channel.radio.rtp;

/**
 * The adaptive step of a band's quantiser (G.722, 3.5): follows the codes on a
 * logarithmic scale.
 */
final class G722Scale {

	/** 2048 × 2^(i/32). */
	private static final int[] POWERS = { 2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656,
			2714, 2774, 2834, 2896, 2960, 3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922,
			4008 };

	private final int highest;

	private final int shift;

	private int logarithm;

	private int step;

	/**
	 * A scale.
	 * @param highest the logarithm's limit
	 * @param shift what the band adds to the exponent's distance
	 * @param first the step to begin with
	 */
	G722Scale(int highest, int shift, int first) {
		this.highest = highest;
		this.shift = shift;
		this.step = first;
	}

	/** The step in force. */
	int step() {
		return this.step;
	}

	/** Moves by a code's multiplier. */
	void adapt(int multiplier) {
		this.logarithm = Math.max(0, Math.min(this.highest, (this.logarithm * 127 >> 7) + multiplier));
		int distance = this.shift - (this.logarithm >> 11);
		int power = POWERS[this.logarithm >> 6 & 31];
		this.step = ((distance < 0) ? power << -distance : power >> distance) << 2;
	}

}
