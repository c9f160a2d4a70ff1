package jp.kodama.channel.sms.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a provider is to be trusted with texts. It goes down when half of the latest
 * answers were trouble or slow, at once if our account is wrong. After a while it comes
 * back by a sixteenth, an eighth … of the texts, each step only after a time without any
 * trouble; trouble meanwhile takes it down for twice as long. So one that fails and
 * recovers in turns is left alone for longer and longer, and never flaps.
 */
public final class Health {

	/** Fewer answers say nothing. */
	private static final int ENOUGH = 5;

	private final Rules rules;

	private final Clock clock;

	private State state = State.UP;

	private Instant since;

	private Duration hold = Duration.ZERO;

	/** How long it will get nothing if it falls now. */
	private Duration next;

	/** A bit each, the latest lowest: 1 for trouble. */
	private long latest;

	private int answers;

	private int share = 1;

	private int asked;

	private int falls;

	public Health(Rules rules, Clock clock) {
		this.rules = rules;
		this.clock = clock;
		this.next = rules.hold();
		this.since = clock.instant();
	}

	/** Whether the next text may go there. */
	synchronized boolean admits() {
		if (this.state == State.DOWN && elapsed(this.hold)) {
			enter(State.RETURNING);
			this.share = this.rules.least();
			this.asked = 0;
		}
		return switch (this.state) {
			case UP -> true;
			case DOWN -> false;
			case RETURNING -> this.asked++ % this.share == 0;
		};
	}

	/** What came of a text. */
	synchronized void answered(Lead lead, Duration took) {
		boolean trouble = lead.trouble() || took.compareTo(this.rules.slow()) > 0;
		if (this.state == State.RETURNING) {
			returning(trouble);
		}
		else if (this.state == State.DOWN) {
			// Used all the same, there being no other: what waits for it need not be
			// tried.
			this.falls += trouble ? 1 : 0;
		}
		else {
			this.latest = (this.latest << 1 | (trouble ? 1 : 0)) & (1L << this.rules.window()) - 1;
			this.answers = Math.min(this.answers + 1, this.rules.window());
			boolean half = this.answers >= ENOUGH && Long.bitCount(this.latest) * 2 >= this.answers;
			if (lead == Lead.ALARM || half) {
				fall();
			}
			else if (elapsed(this.rules.longest())) {
				this.next = this.rules.hold();
			}
		}
	}

	private void returning(boolean trouble) {
		if (trouble) {
			fall();
		}
		else if (elapsed(this.rules.step())) {
			this.share /= 2;
			enter((this.share > 1) ? State.RETURNING : State.UP);
		}
	}

	/** Changes whenever there is reason not to send what still waits for it. */
	synchronized int falls() {
		return this.falls;
	}

	/** Where it stands. */
	public synchronized State state() {
		return this.state;
	}

	/** Since when. */
	public synchronized Instant since() {
		return this.since;
	}

	private void fall() {
		this.hold = this.next;
		Duration twice = this.hold.multipliedBy(2);
		this.next = (twice.compareTo(this.rules.longest()) < 0) ? twice : this.rules.longest();
		this.falls++;
		enter(State.DOWN);
	}

	private void enter(State next) {
		this.state = next;
		this.since = this.clock.instant();
		this.latest = 0;
		this.answers = 0;
	}

	private boolean elapsed(Duration time) {
		return !this.clock.instant().isBefore(this.since.plus(time));
	}

	/** Where a provider stands. */
	public enum State {

		/** It gets what is its. */
		UP,
		/** It gets nothing. */
		DOWN,
		/** It gets a part. */
		RETURNING

	}

	/**
	 * When to leave a provider and how to come back.
	 *
	 * @param window how many of the latest answers count, below 64
	 * @param least one text of so many goes to a provider that returns
	 * @param slow an answer that takes longer is trouble
	 * @param hold how long it gets nothing, at first
	 * @param longest how long at most; and how long all must be well until that is
	 * forgotten
	 * @param step how long all must be well until it gets twice as much
	 */
	public record Rules(int window, int least, Duration slow, Duration hold, Duration longest, Duration step) {

		/** As {@code channel.yaml} says. */
		public static Rules of(ProviderAddress address) {
			return new Rules(20, 16, address.time("slow"), address.time("down-first"), address.time("down-longest"),
					address.time("return-step"));
		}

	}

}
