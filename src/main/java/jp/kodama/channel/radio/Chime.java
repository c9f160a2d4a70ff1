package jp.kodama.channel.radio;

import java.time.Duration;
import java.util.List;

import jp.kodama.speech.Sound;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Struck bars, one after the other.
 *
 * @param notes their fundamental frequencies in Hz
 * @param each how long until the next is struck
 */
record Chime(@DefaultValue List<Double> notes, @DefaultValue("600ms") Duration each) {

	/** Seconds the last note takes to die away. */
	private static final double TAIL = 1.5;

	/** Seconds in which a note loses all but 1/e of its strength. */
	private static final double DECAY = 0.45;

	/** A struck bar: the fundamental and two partials that fade sooner. */
	private static final double[][] PARTIALS = { { 1, 1 }, { 2, 0.3 }, { 3.98, 0.12 } };

	Chime {
		notes = List.copyOf(notes);
		if (notes.isEmpty()) {
			throw new IllegalArgumentException("a chime needs notes");
		}
	}

	/** The whole signal. */
	Sound sound(int rate) {
		int step = (int) (this.each.toMillis() * rate / 1000);
		double[] sum = new double[step * (this.notes.size() - 1) + (int) (TAIL * rate)];
		for (int note = 0; note < this.notes.size(); note++) {
			for (int i = note * step; i < sum.length; i++) {
				sum[i] += struck(this.notes.get(note), (double) (i - note * step) / rate, rate);
			}
		}
		short[] samples = new short[sum.length];
		for (int i = 0; i < sum.length; i++) {
			double fade = Math.min(1, (sum.length - i) / (0.05 * rate));
			samples[i] = (short) Math.round(9000 * fade * sum[i]);
		}
		return new Sound(rate, samples);
	}

	private static double struck(double pitch, double second, int rate) {
		double sum = 0;
		for (double[] partial : PARTIALS) {
			double frequency = pitch * partial[0];
			if (frequency < rate * 0.45) {
				sum += partial[1] * Math.exp(-second * partial[0] / DECAY) * Math.sin(2 * Math.PI * frequency * second);
			}
		}
		return sum * Math.min(1, second / 0.005);
	}

}
