package jp.kodama.speech.recognition;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How loud it is when nobody speaks: the quietest 50 ms of the last eight seconds. What
 * is loud all the time, a siren or a hum, is noise by that.
 */
final class NoiseFloor {

	/** Quieter than this is silence whatever came before: −70 dB. */
	private static final double SILENCE = 1e-7;

	/** Believed to be the most until there is enough to judge by: −50 dB. */
	private static final double AT_FIRST = 1e-5;

	private static final int BLOCK = 100;

	private static final int BLOCKS = 8;

	private static final int SMOOTH = 5;

	private final Deque<Double> lately = new ArrayDeque<>();

	private final Deque<Double> blocks = new ArrayDeque<>();

	private double least = Double.MAX_VALUE;

	private int frames;

	/** Takes the power of the next 10 ms; gives back its average over the last 50 ms. */
	double add(double power) {
		this.lately.addLast(power);
		if (this.lately.size() > SMOOTH) {
			this.lately.removeFirst();
		}
		double smooth = this.lately.stream().mapToDouble((one) -> one).sum() / this.lately.size();
		if (this.lately.size() == SMOOTH) {
			this.least = Math.min(this.least, smooth);
		}
		if (++this.frames % BLOCK == 0) {
			this.blocks.addLast(this.least);
			this.least = Double.MAX_VALUE;
			if (this.blocks.size() > BLOCKS) {
				this.blocks.removeFirst();
			}
		}
		return smooth;
	}

	/** The power of the noise. */
	double power() {
		double most = (this.blocks.size() < BLOCKS) ? AT_FIRST : Double.MAX_VALUE;
		double floor = Math.min(most, this.least);
		for (double block : this.blocks) {
			floor = Math.min(floor, block);
		}
		return Math.max(SILENCE, floor);
	}

}
