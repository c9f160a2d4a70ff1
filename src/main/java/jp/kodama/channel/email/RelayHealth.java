package jp.kodama.channel.email;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a relay is trusted with mail. Two failures in a row, or one that hangs, and it
 * rests; then one connection tries it, and only while that goes well are there more. Who
 * fails again rests twice as long, so nothing goes to and fro.
 */
final class RelayHealth {

	private static final int FAILURES = 2;

	private static final Duration FIRST_REST = Duration.ofSeconds(5);

	private static final Duration LONGEST_REST = Duration.ofMinutes(5);

	/** While it goes well, twice as many connections after each. */
	private static final Duration STEP = Duration.ofSeconds(10);

	/** After so many steps it is as good as any. */
	private static final int STEPS = 5;

	private final LongSupplier nanos;

	private int failures;

	private Duration rest = Duration.ZERO;

	private long restsUntil;

	private boolean resting;

	private boolean trial;

	private long wellSince;

	RelayHealth(LongSupplier nanos) {
		this.nanos = nanos;
	}

	/** A connection could not be made, or broke. */
	synchronized void failed() {
		this.failures++;
		if (this.failures >= FAILURES || returning()) {
			rest();
		}
	}

	/** It took a mail or refused one: in any case it works. */
	synchronized void worked() {
		this.failures = 0;
		if (this.trial) {
			this.trial = false;
			this.wellSince = this.nanos.getAsLong();
		}
	}

	/** It accepts and never answers. */
	synchronized void hangs() {
		if (!resting()) {
			rest();
		}
	}

	/** Whether it is to be left alone for now. */
	synchronized boolean resting() {
		if (this.resting && this.nanos.getAsLong() - this.restsUntil >= 0) {
			this.resting = false;
			this.trial = true;
		}
		return this.resting;
	}

	/** How many connections it may have; 0 while it rests. */
	synchronized int allowed() {
		if (resting()) {
			return 0;
		}
		if (this.trial) {
			return 1;
		}
		return returning() ? 1 << steps() : Integer.MAX_VALUE;
	}

	/** In one word, for a status page. */
	synchronized State state() {
		if (resting()) {
			return State.RESTING;
		}
		return (this.trial || returning()) ? State.RETURNING : State.WELL;
	}

	private boolean returning() {
		if (this.rest.isZero() || resting()) {
			return false;
		}
		if (!this.trial && steps() >= STEPS) {
			this.rest = Duration.ZERO;
			return false;
		}
		return true;
	}

	private int steps() {
		return (int) Math.min((this.nanos.getAsLong() - this.wellSince) / STEP.toNanos(), STEPS);
	}

	private void rest() {
		Duration doubled = this.rest.isZero() ? FIRST_REST : this.rest.multipliedBy(2);
		this.rest = (doubled.compareTo(LONGEST_REST) < 0) ? doubled : LONGEST_REST;
		this.restsUntil = this.nanos.getAsLong() + this.rest.toNanos();
		this.resting = true;
		this.trial = false;
		this.failures = 0;
	}

	/** What {@link #state()} answers. */
	enum State {

		/** Takes what there is. */
		WELL("正常"),
		/** Failed, and is left alone for a while. */
		RESTING("休止中"),
		/** Is tried again, with few connections. */
		RETURNING("復帰中");

		private final String japanese;

		State(String japanese) {
			this.japanese = japanese;
		}

		String japanese() {
			return this.japanese;
		}

	}

}
