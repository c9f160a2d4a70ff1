package jp.kodama.backchannel.segment;

import jp.kodama.speech.NoiseFloor;

/**
 * Whether something sounds above what always sounds. What lies below 200 Hz does not
 * count, nor does the hum of the mains.
 */
final class VoiceActivity {

	/** So many times the noise: 8 dB. */
	private static final double ABOVE = 6.3;

	/** Quieter than −55 dB is nothing. */
	private static final double LEAST = 3.2e-6;

	/**
	 * A siren may be steady for a quarter of a minute. Noise is believed to be below −40
	 * dB at first.
	 */
	private static final NoiseFloor.Memory MEMORY = new NoiseFloor.Memory(10, 1, 20, 1e-4);

	private static final int HARMONICS = 6;

	private static final double HUM = 0.85;

	private final int rate;

	private final double keep;

	private final NoiseFloor noise = new NoiseFloor(MEMORY);

	private double before;

	private double passed;

	VoiceActivity(int rate) {
		this.rate = rate;
		this.keep = 1 / (1 + 2 * Math.PI * 200 / rate);
	}

	/** Adds a tenth of a second. */
	boolean add(short[] block) {
		double power = 0;
		for (short sample : block) {
			this.passed = this.keep * (this.passed + sample - this.before);
			this.before = sample;
			power += this.passed * this.passed;
		}
		double level = this.noise.add(power / Math.max(1, block.length) / (32768.0 * 32768));
		return level > Math.max(this.noise.power() * ABOVE, LEAST) && !hums(block, 50) && !hums(block, 60);
	}

	private boolean hums(short[] block, double mains) {
		double part = 0;
		for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
			part += Tone.part(block, harmonic * mains, this.rate);
		}
		return part > HUM;
	}

}
