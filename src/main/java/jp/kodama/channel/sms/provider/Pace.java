package jp.kodama.channel.sms.provider;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a provider may be given texts: evenly, so many a second (a token bucket that
 * holds next to nothing, since providers count by the second), and not at all while it
 * asks for a pause.
 */
public final class Pace {

	/** What a late thread may catch up: ten milliseconds' worth. */
	private static final long SLACK_NANOS = 10_000_000;

	private static final long FIRST_PAUSE_NANOS = 10_000_000;

	private static final int DOUBLINGS = 8;

	private final long interval;

	private final LongSupplier nanos;

	private long next;

	private int refusals;

	/**
	 * For a rate.
	 * @param perSecond texts a second; 0 for no cap
	 * @param nanos the time, as {@link System#nanoTime()} tells it
	 */
	public Pace(double perSecond, LongSupplier nanos) {
		this.interval = (perSecond > 0) ? (long) (1e9 / perSecond) : 0;
		this.nanos = nanos;
		this.next = nanos.getAsLong();
	}

	/**
	 * Takes a place; how many nanoseconds from now it is.
	 * @param cost how many texts it counts for
	 */
	synchronized long take(int cost) {
		long now = this.nanos.getAsLong();
		long place = Math.max(this.next, now - SLACK_NANOS);
		this.next = place + this.interval * cost;
		return Math.max(0, place - now);
	}

	/** How many nanoseconds it is until a place is free. */
	synchronized long free() {
		return Math.max(0, this.next - this.nanos.getAsLong());
	}

	/** The provider took a text. */
	synchronized void taken() {
		this.refusals = 0;
	}

	/**
	 * The provider said that we are too fast.
	 * @param after how long it asks to wait; zero if it does not say: then longer each
	 * time in a row
	 * @return how long that is
	 */
	synchronized Duration refused(Duration after) {
		long pause = after.isZero() ? FIRST_PAUSE_NANOS << Math.min(this.refusals, DOUBLINGS) : after.toNanos();
		this.refusals++;
		this.next = Math.max(this.next, this.nanos.getAsLong() + pause);
		return Duration.ofNanos(pause);
	}

}
