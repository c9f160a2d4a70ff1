package jp.kodama.speech.recognition;

import java.util.Arrays;
import java.util.function.BiConsumer;

import jp.kodama.speech.NoiseFloor;
import jp.kodama.speech.Sound;

/**
 * Cuts running sound where a speaker pauses, by its level above the noise. Nothing longer
 * than {@link #LONGEST} seconds comes out; what is never quiet is cut at its quietest
 * moment.
 */
final class PauseCutter {

	/** Julius hears twenty seconds at most. */
	static final int LONGEST = 12;

	private static final int FRAME_MS = 10;

	/** A pause this long ends a segment. */
	private static final int PAUSE = 350 / FRAME_MS;

	/** Kept before and after the words: a recogniser wants to hear them begin. */
	private static final int MARGIN = 250 / FRAME_MS;

	private static final int SHORTEST = 120 / FRAME_MS;

	/** Speech is this many times the noise in power: 4 dB. */
	private static final double ABOVE_NOISE = 2.5;

	/** Takes away what lies low, hum and most of the wind, before it is measured. */
	private static final double PRE_EMPHASIS = 0.97;

	/** Frames over 50 ms, eight seconds back, −50 dB at first. */
	private static final NoiseFloor.Memory MEMORY = new NoiseFloor.Memory(1000 / FRAME_MS, 5, 8, 1e-5);

	private final int rate;

	private final int frame;

	private final BiConsumer<Sound, Double> found;

	private short[] held = {};

	private long heldFrom;

	private final NoiseFloor noise = new NoiseFloor(MEMORY);

	/** Frames of what is held: their power. */
	private double[] powers = {};

	/**
	 * Cuts sound of a given rate.
	 * @param found is given each segment and when it began, in seconds
	 */
	PauseCutter(int rate, BiConsumer<Sound, Double> found) {
		this.rate = rate;
		this.frame = rate * FRAME_MS / 1000;
		this.found = found;
	}

	void hear(Sound sound) {
		short[] more = sound.samples();
		int slice = this.frame * PAUSE;
		for (int from = 0; from < more.length; from += slice) {
			int length = Math.min(slice, more.length - from);
			int before = this.held.length;
			this.held = Arrays.copyOf(this.held, before + length);
			System.arraycopy(more, from, this.held, before, length);
			measure();
			cut(false);
		}
	}

	/** Ends: what is left is a segment too. */
	void last() {
		while (cut(true)) {
			measure();
		}
	}

	/** Hands over what is being said and has not ended yet, if somebody speaks. */
	void unfinished(BiConsumer<Sound, Double> taker) {
		int start = start();
		if (start < this.powers.length) {
			int from = Math.max(0, start - MARGIN);
			taker.accept(new Sound(this.rate, Arrays.copyOfRange(this.held, from * this.frame, this.held.length)),
					(double) (this.heldFrom + (long) from * this.frame) / this.rate);
		}
	}

	private int start() {
		int start = 0;
		while (start < this.powers.length && this.powers[start] < this.noise.power() * ABOVE_NOISE) {
			start++;
		}
		return start;
	}

	/** Finds one segment in what is held; true if there may be another. */
	private boolean cut(boolean all) {
		double threshold = this.noise.power() * ABOVE_NOISE;
		int start = start();
		int quiet = 0;
		int end = start;
		while (end < this.powers.length && quiet < PAUSE && end - start < LONGEST * 1000 / FRAME_MS) {
			quiet = (this.powers[end] < threshold) ? quiet + 1 : 0;
			end++;
		}
		if (start == this.powers.length) {
			return drop(Math.max(0, start - MARGIN), all);
		}
		if (quiet < PAUSE && end - start >= LONGEST * 1000 / FRAME_MS) {
			end = quietest(start + (end - start) / 2, end);
		}
		else if (quiet < PAUSE && !all) {
			return drop(Math.max(0, start - MARGIN), false);
		}
		Sound segment = segment(start, end, quiet);
		double began = (double) (this.heldFrom + (long) Math.max(0, start - MARGIN) * this.frame) / this.rate;
		boolean more = drop(end, all);
		if (end - quiet - start >= SHORTEST) {
			this.found.accept(segment, began);
		}
		return more;
	}

	private Sound segment(int start, int end, int quiet) {
		int from = Math.max(0, start - MARGIN);
		int to = Math.min(this.powers.length, end - Math.max(0, quiet - MARGIN));
		return new Sound(this.rate, Arrays.copyOfRange(this.held, from * this.frame, to * this.frame));
	}

	private boolean drop(int frames, boolean all) {
		int samples = frames * this.frame;
		this.held = Arrays.copyOfRange(this.held, samples, this.held.length);
		this.heldFrom += samples;
		this.powers = Arrays.copyOfRange(this.powers, frames, this.powers.length);
		return all && frames > 0 && this.powers.length > 0;
	}

	private int quietest(int from, int to) {
		int least = from;
		for (int i = from; i < to; i++) {
			least = (this.powers[i] < this.powers[least]) ? i : least;
		}
		return least + 1;
	}

	/** The power of new frames. */
	private void measure() {
		int before = this.powers.length;
		this.powers = Arrays.copyOf(this.powers, this.held.length / this.frame);
		for (int i = before; i < this.powers.length; i++) {
			double sum = 0;
			for (int k = Math.max(1, i * this.frame); k < (i + 1) * this.frame; k++) {
				double sample = (this.held[k] - PRE_EMPHASIS * this.held[k - 1]) / 32768.0;
				sum += sample * sample;
			}
			this.powers[i] = this.noise.add(sum / this.frame);
		}
	}

}
