package jp.kodama.channel.radio.wire;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import jp.kodama.delivery.Parcel;

/**
 * Who may speak on a line: one at a time, since two voices at once are none. What is
 * urgent does not wait for what is not: that stops at its next pause, and starts anew
 * afterwards.
 */
final class Airtime {

	private final Semaphore free = new Semaphore(1, true);

	private final AtomicInteger urgent = new AtomicInteger();

	/** Airs a broadcast on a unit when the line is free. */
	Aired air(Unit unit, Parcel.Live parcel) throws IOException, InterruptedException {
		boolean hurry = parcel.alert().urgent();
		if (hurry) {
			this.urgent.incrementAndGet();
		}
		try {
			this.free.acquire();
			try {
				return unit.air(new Airing(parcel, () -> !hurry && this.urgent.get() > 0));
			}
			finally {
				this.free.release();
			}
		}
		finally {
			if (hurry) {
				this.urgent.decrementAndGet();
			}
		}
	}

}
