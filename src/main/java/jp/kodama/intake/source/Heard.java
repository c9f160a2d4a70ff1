package jp.kodama.intake.source;

import java.time.Instant;

/**
 * What was heard of a source.
 *
 * @param since when it was first watched
 * @param last when it was last heard, be it a letter or only a sign of life; the epoch:
 * never
 * @param letters how many came, the refused ones too
 * @param refusedAt when a letter was last refused; the epoch: never
 * @param refusal why
 */
record Heard(Instant since, Instant last, long letters, Instant refusedAt, String refusal) {

	static Heard nothing(Instant since) {
		return new Heard(since, Instant.EPOCH, 0, Instant.EPOCH, "");
	}

	boolean ever() {
		return this.last.isAfter(Instant.EPOCH);
	}

	Heard life(Instant at) {
		return new Heard(this.since, later(this.last, at), this.letters, this.refusedAt, this.refusal);
	}

	Heard letter(Instant at) {
		return new Heard(this.since, later(this.last, at), this.letters + 1, this.refusedAt, this.refusal);
	}

	Heard refused(Instant at, String why) {
		return new Heard(this.since, later(this.last, at), this.letters + 1, at, why);
	}

	/** Both: this from the store, the other what has come since and is not stored yet. */
	Heard and(Heard more) {
		boolean newer = more.refusedAt.isAfter(this.refusedAt);
		return new Heard(this.since, later(this.last, more.last), this.letters + more.letters,
				later(this.refusedAt, more.refusedAt), newer ? more.refusal : this.refusal);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
