package jp.kodama.channel.radio.rtp;

/**
 * The lower band of G.722, 0 to 4 kHz: six bits a sample, predicted from the upper four.
 */
final class G722LowerBand {

	/** Where one of 30 intervals of each sign ends, in units of the step × 2⁻¹². */
	private static final int[] DECISIONS = { 35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714,
			786, 858, 940, 1023, 1121, 1219, 1339, 1458, 1612, 1765, 1980, 2195, 2557, 2919 };

	private static final int[] OUTPUTS = { 0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968,
			6288, 4240, 2584, 1200, 0 };

	private static final int[] MULTIPLIERS = { -60, 3042, 1198, 538, 334, 172, 58, -30, 3042, 1198, 538, 334, 172, 58,
			-30, -60 };

	private final G722Predictor predictor = new G722Predictor();

	private final G722Scale scale = new G722Scale(18432, 8, 32);

	/** The code of the next sample. */
	int code(int sample) {
		int error = G722Predictor.clip(sample - this.predictor.estimate());
		int size = (error >= 0) ? error : -(error + 1);
		int interval = 0;
		while (interval < DECISIONS.length && size >= DECISIONS[interval] * this.scale.step() >> 12) {
			interval++;
		}
		int code = (error < 0) ? negative(interval) : 61 - interval;
		int coarse = code >> 2;
		int quantised = this.scale.step() * OUTPUTS[coarse] >> 15;
		this.scale.adapt(MULTIPLIERS[coarse]);
		this.predictor.adapt(quantised);
		return code;
	}

	/** The two smallest negative codes stand above all positive ones. */
	private static int negative(int interval) {
		return (interval < 2) ? 63 - interval : 33 - interval;
	}

}
