package jp.kodama.receipt;

import java.time.Instant;
import java.util.List;

/**
 * A link of the audit chain.
 *
 * @param number from 1, without gaps
 * @param at when
 * @param event who did what to what
 * @param previous the hash of the link before; 64 zeros for the first
 * @param hash over all of the above
 */
public record AuditEntry(long number, Instant at, Event event, String previous, String hash) {

	/** What the first link follows. */
	static final String ORIGIN = "0".repeat(64);

	static AuditEntry after(long number, String previous, Instant at, Event event) {
		return new AuditEntry(number, at, event, previous, hash(number, previous, at, event));
	}

	/** Whether it is what was written. */
	boolean intact() {
		return this.hash.equals(hash(this.number, this.previous, this.at, this.event));
	}

	private static String hash(long number, String previous, Instant at, Event event) {
		return Digest.of(List.of(previous, Long.toString(number), Long.toString(at.toEpochMilli()), event.actor(),
				event.action(), event.subject(), event.detail()));
	}

	/**
	 * Who did what.
	 *
	 * @param actor an officer's account, a source, or {@code kodama}
	 * @param action {@code alert.RELEASED}, {@code delivery.DONE}, …
	 * @param subject an alert's or delivery's id
	 * @param detail the reason; for a delivery the digest of its receipts
	 */
	public record Event(String actor, String action, String subject, String detail) {
	}

}
