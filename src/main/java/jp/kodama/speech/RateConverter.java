package jp.kodama.speech;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Brings sound that comes in pieces to one rate, without a seam between the pieces. Not
 * safe for several threads.
 */
public final class RateConverter {

	private final int to;

	private @Nullable Resampler resampler;

	private int from;

	/** Input that is still needed. */
	private short[] held = {};

	/** Which sample of the whole input the first one held is. */
	private long heldFrom;

	private long made;

	/** Converts to so many samples per second. */
	public RateConverter(int to) {
		this.to = to;
	}

	/**
	 * Takes the next piece.
	 * @return what can be said by now; the rest of a filter's length comes later
	 * @throws IllegalArgumentException if the rate is not that of the piece before
	 */
	public Sound next(Sound piece) {
		if (this.from == 0) {
			this.from = piece.rate();
			this.resampler = (this.from == this.to) ? null : new Resampler(this.from, this.to);
		}
		if (piece.rate() != this.from) {
			throw new IllegalArgumentException("rate changed from " + this.from + " to " + piece.rate());
		}
		if (this.resampler == null) {
			return piece;
		}
		short[] samples = piece.samples();
		int before = this.held.length;
		this.held = Arrays.copyOf(this.held, before + samples.length);
		System.arraycopy(samples, 0, this.held, before, samples.length);
		return make(this.resampler, this.heldFrom + this.held.length - this.resampler.reach());
	}

	/** Ends: what the filter still held back. */
	public Sound last() {
		return (this.resampler == null) ? new Sound(this.to, new short[0])
				: make(this.resampler, this.heldFrom + this.held.length);
	}

	/** All output whose centre lies before an input sample. */
	private Sound make(Resampler resampler, long before) {
		long end = Math.max(this.made, (Math.max(0, before) * this.to + this.from - 1) / this.from);
		short[] out = new short[(int) (end - this.made)];
		for (int i = 0; i < out.length; i++) {
			out[i] = resampler.sample(this.made + i, this.held, this.heldFrom);
		}
		this.made = end;
		long needed = Math.max(this.heldFrom,
				Math.min(this.heldFrom + this.held.length, resampler.centre(end) - resampler.reach()));
		this.held = Arrays.copyOfRange(this.held, (int) (needed - this.heldFrom), this.held.length);
		this.heldFrom = needed;
		return new Sound(this.to, out);
	}

}
