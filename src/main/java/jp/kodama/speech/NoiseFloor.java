package jp.kodama.speech;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How loud it is when nobody speaks: the quietest moment of the last seconds. What is
 * loud for longer than that, a hum or the wind, is noise by that. Powers are relative to
 * full scale: 1 is as loud as it gets.
 */
public final class NoiseFloor {

	/** Quieter than this is silence whatever came before: −70 dB. */
	private static final double SILENCE = 1e-7;

	private final Deque<Double> lately = new ArrayDeque<>();

	private final Deque<Double> seconds = new ArrayDeque<>();

	private final Memory memory;

	private double least = Double.MAX_VALUE;

	private int frames;

	/** With nothing heard so far. */
	public NoiseFloor(Memory memory) {
		this.memory = memory;
	}

	/** Takes the power of the next frame; gives back its average with those before. */
	public double add(double power) {
		this.lately.addLast(power);
		if (this.lately.size() > this.memory.smooth()) {
			this.lately.removeFirst();
		}
		double smooth = this.lately.stream().mapToDouble((one) -> one).sum() / this.lately.size();
		if (this.lately.size() == this.memory.smooth()) {
			this.least = Math.min(this.least, smooth);
		}
		if (++this.frames % this.memory.rate() == 0) {
			this.seconds.addLast(this.least);
			this.least = Double.MAX_VALUE;
			if (this.seconds.size() > this.memory.seconds()) {
				this.seconds.removeFirst();
			}
		}
		return smooth;
	}

	/** The power of the noise. */
	public double power() {
		double most = (this.seconds.size() < this.memory.seconds()) ? this.memory.first() : Double.MAX_VALUE;
		double floor = Math.min(most, this.least);
		for (double second : this.seconds) {
			floor = Math.min(floor, second);
		}
		return Math.max(SILENCE, floor);
	}

	/**
	 * How far back it looks.
	 *
	 * @param rate frames a second
	 * @param smooth how many frames are averaged, so that a gap between two waves counts
	 * for nothing
	 * @param seconds how long what never stops is not yet noise
	 * @param first believed to be the most until there is enough to judge by
	 */
	public record Memory(int rate, int smooth, int seconds, double first) {
	}

}
