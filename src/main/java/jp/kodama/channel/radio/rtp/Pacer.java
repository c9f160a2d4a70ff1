package jp.kodama.channel.radio.rtp;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.micrometer.core.instrument.Timer;

/**
 * Lets one packet leave every 20 ms, by deadlines counted from the first one, so that
 * lateness never adds up. How late each was goes to a timer. After a stall longer than a
 * receiver's buffer holds, the deadlines move: a burst would only be thrown away.
 */
public final class Pacer {

	private static final long STEP = Codec.PACKET.toNanos();

	private static final long STALL = TimeUnit.MILLISECONDS.toNanos(100);

	private final Timer lateness;

	private long due = Long.MIN_VALUE;

	/** With a timer that is told how late each packet was. */
	public Pacer(Timer lateness) {
		this.lateness = lateness;
	}

	/**
	 * Returns when the next packet is due; the first is at once.
	 * @throws InterruptedException if the thread was interrupted meanwhile
	 */
	public void next() throws InterruptedException {
		this.due = (this.due == Long.MIN_VALUE) ? System.nanoTime() : this.due + STEP;
		long wait = this.due - System.nanoTime();
		while (wait > 0) {
			LockSupport.parkNanos(wait);
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			wait = this.due - System.nanoTime();
		}
		this.lateness.record(-wait, TimeUnit.NANOSECONDS);
		if (-wait > STALL) {
			this.due -= wait;
		}
	}

}
