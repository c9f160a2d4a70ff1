package jp.kodama.backchannel.segment;

/**
 * Whether something sounds above what always sounds. The floor follows down at once and
 * up slowly; what lies below 200 Hz does not count, nor does the hum of the mains.
 */
final class VoiceActivity {

	private static final double ABOVE = 8;

	private static final double LEAST = -55;

	/** dB a second. */
	private static final double RISE = 0.4;

	private static final int HARMONICS = 6;

	private static final double HUM = 0.85;

	private final int rate;

	private final double blockSeconds;

	private final double keep;

	private double floor = -40;

	private double before;

	private double passed;

	VoiceActivity(int rate, double blockSeconds) {
		this.rate = rate;
		this.blockSeconds = blockSeconds;
		this.keep = 1 / (1 + 2 * Math.PI * 200 / rate);
	}

	boolean add(short[] block) {
		double power = 0;
		for (short sample : block) {
			this.passed = this.keep * (this.passed + sample - this.before);
			this.before = sample;
			power += this.passed * this.passed;
		}
		double level = 10 * Math.log10(power / Math.max(1, block.length) / (32768.0 * 32768) + 1e-12);
		this.floor = Math.min(level, this.floor + RISE * this.blockSeconds);
		return level > Math.max(this.floor + ABOVE, LEAST) && !hums(block, 50) && !hums(block, 60);
	}

	private boolean hums(short[] block, double mains) {
		double part = 0;
		for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
			part += Tone.part(block, harmonic * mains, this.rate);
		}
		return part > HUM;
	}

}
