package jp.kodama.channel.radio;

import java.util.ArrayList;
import java.util.List;

import jp.kodama.speech.Sound;

/** A sound under the measuring instruments. */
record Wave(Sound sound) {

	/** Seconds looked at in one go. */
	private static final double WINDOW = 0.02;

	/** Where it is louder than 3 % of full scale: pairs of begin and end in seconds. */
	List<double[]> blasts() {
		short[] samples = this.sound.samples();
		int window = (int) (this.sound.rate() * WINDOW);
		List<double[]> blasts = new ArrayList<>();
		boolean on = false;
		for (int i = 0; i + window <= samples.length; i += window) {
			boolean loud = peak(samples, i, window) > 0.03;
			double second = (double) i / this.sound.rate();
			if (loud && !on) {
				blasts.add(new double[] { second, this.sound.seconds() });
			}
			else if (!loud && on) {
				blasts.get(blasts.size() - 1)[1] = second;
			}
			on = loud;
		}
		return blasts;
	}

	/** The fundamental frequency around a second, by autocorrelation over 60 ms. */
	double pitchAt(double second) {
		short[] samples = this.sound.samples();
		int rate = this.sound.rate();
		int from = (int) (second * rate);
		int window = (int) (rate * 0.06);
		double best = 0;
		int period = 1;
		for (int lag = rate / 1500; lag < rate / 150; lag++) {
			double likeness = likeness(samples, from, window, lag);
			// A multiple of the period fits as well: it must fit clearly better to win.
			if (likeness > best * 1.02) {
				best = likeness;
				period = lag;
			}
		}
		double before = likeness(samples, from, window, period - 1);
		double after = likeness(samples, from, window, period + 1);
		return rate / (period + (before - after) / (2 * (before - 2 * best + after)));
	}

	private static double likeness(short[] samples, int from, int window, int lag) {
		double sum = 0;
		double one = 1e-9;
		double other = 1e-9;
		for (int i = from; i < from + window; i++) {
			sum += (double) samples[i] * samples[i + lag];
			one += (double) samples[i] * samples[i];
			other += (double) samples[i + lag] * samples[i + lag];
		}
		return sum / Math.sqrt(one * other);
	}

	private static double peak(short[] samples, int from, int count) {
		int peak = 0;
		for (int i = from; i < from + count; i++) {
			peak = Math.max(peak, Math.abs((int) samples[i]));
		}
		return peak / 32768.0;
	}

}
