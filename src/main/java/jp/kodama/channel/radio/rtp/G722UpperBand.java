package jp.kodama.channel.radio.rtp;

/** The upper band of G.722, 4 to 8 kHz: two bits a sample. */
final class G722UpperBand {

	/** In units of the step × 2⁻¹². */
	private static final int DECISION = 564;

	private static final int[] OUTPUTS = { -7408, -1616, 7408, 1616 };

	private static final int[] MULTIPLIERS = { 798, -214, 798, -214 };

	private final G722Predictor predictor = new G722Predictor();

	private final G722Scale scale = new G722Scale(22528, 10, 8);

	/** The code of the next sample. */
	int code(int sample) {
		int error = G722Predictor.clip(sample - this.predictor.estimate());
		int size = (error >= 0) ? error : -(error + 1);
		boolean small = size < DECISION * this.scale.step() >> 12;
		int code = ((error < 0) ? 0 : 2) + (small ? 1 : 0);
		int quantised = this.scale.step() * OUTPUTS[code] >> 15;
		this.scale.adapt(MULTIPLIERS[code]);
		this.predictor.adapt(quantised);
		return code;
	}

}
