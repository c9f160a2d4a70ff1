package jp.kodama.intake.contact;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One contact: open or closed, once it has stayed so for long enough. A relay bounces for
 * some milliseconds; what changes back within the time to settle never happened.
 */
final class Contact {

	private final Duration settles;

	private @Nullable Boolean settled;

	private @Nullable Boolean seen;

	private long since;

	/**
	 * Makes one.
	 * @param settles how long it must stay the same
	 * @param settled as it was when it was last known; null: never known
	 */
	Contact(Duration settles, @Nullable Boolean settled) {
		this.settles = settles;
		this.settled = settled;
	}

	/**
	 * Looks at it. The same change is found until it is {@link #settle settled}.
	 * @param millis of a clock that nobody sets: one that is put back an hour must not
	 * hold a warning back an hour
	 */
	synchronized Change look(boolean closed, long millis) {
		if (this.seen == null || this.seen != closed) {
			this.seen = closed;
			this.since = millis;
		}
		if (millis - this.since < this.settles.toMillis()) {
			return Change.NONE;
		}
		Boolean before = this.settled;
		if (before == null) {
			return Change.FIRST;
		}
		if (before == closed) {
			return Change.NONE;
		}
		return closed ? Change.CLOSED : Change.OPENED;
	}

	/** Whether it stands as it was last dealt with. */
	synchronized boolean rests(boolean closed) {
		return this.settled != null && this.settled == closed;
	}

	/** What was found is dealt with. */
	synchronized void settle(boolean closed) {
		this.settled = closed;
	}

	/** What a look found. */
	enum Change {

		/** As before. */
		NONE,
		/** It was never looked at before: how it stands now is how it rests. */
		FIRST,
		/** It closed. */
		CLOSED,
		/** It opened. */
		OPENED

	}

}
