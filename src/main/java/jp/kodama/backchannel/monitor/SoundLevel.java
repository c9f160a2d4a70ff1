package jp.kodama.backchannel.monitor;

/**
 * Tells silence, hum and sound apart, over the last two seconds. Hum is what stands on
 * the mains' frequency, 50 or 60 Hz, and its first harmonics; a siren is higher.
 */
final class SoundLevel {

	/** dB below full scale: less is silence. */
	private static final double SILENT = -60;

	private static final int HARMONICS = 6;

	private static final double HUM = 0.85;

	private final short[] window = new short[2 * Sounding.RATE];

	private int at;

	private boolean full;

	/** Adds a block; the verdict, empty until there is enough to tell. */
	Hearing add(short[] block, int many) {
		for (int i = 0; i < many; i++) {
			this.window[this.at++] = block[i];
			if (this.at == this.window.length) {
				this.at = 0;
				this.full = true;
			}
		}
		return verdict();
	}

	private Hearing verdict() {
		int many = this.full ? this.window.length : this.at;
		double mean = 0;
		for (int i = 0; i < many; i++) {
			mean += this.window[i];
		}
		mean /= Math.max(1, many);
		double power = 0;
		for (int i = 0; i < many; i++) {
			power += (this.window[i] - mean) * (this.window[i] - mean);
		}
		power /= Math.max(1, many);
		if (10 * Math.log10(power / (32768.0 * 32768) + 1e-12) < SILENT) {
			return Hearing.SILENCE;
		}
		return (this.full && (hums(50, power) || hums(60, power))) ? Hearing.HUM : Hearing.SOUND;
	}

	private boolean hums(double mains, double power) {
		double low = tone(mains) + tone(2 * mains);
		double all = low;
		for (int harmonic = 3; harmonic <= HARMONICS; harmonic++) {
			all += tone(harmonic * mains);
		}
		return all / power > HUM && low / power > HUM / 4;
	}

	/** The power at a frequency, half a hertz wide either side (Goertzel). */
	private double tone(double frequency) {
		int many = this.window.length;
		double turn = 2 * Math.cos(2 * Math.PI * frequency / Sounding.RATE);
		double one = 0;
		double two = 0;
		for (short sample : this.window) {
			double next = sample + turn * one - two;
			two = one;
			one = next;
		}
		return 2 * (one * one + two * two - turn * one * two) / ((double) many * many);
	}

}
