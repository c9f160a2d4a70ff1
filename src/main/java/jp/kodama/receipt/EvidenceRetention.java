package jp.kodama.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jp.kodama.delivery.TargetErasure;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * After {@code kodama.contacts.keep-evidence}, receipts keep what was sent and what became
 * of it, and no longer to which address. A link of the chain says up to which receipt.
 */
@Component("evidenceRetention")
class EvidenceRetention {

	static final String SUBJECT = "receipts";

	private static final int AT_ONCE = 1000;

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final TargetErasure targets;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final Duration kept;

	EvidenceRetention(JdbcClient jdbc, AuditTrail trail, TargetErasure targets, TransactionOperations transactions,
			Clock clock, @Value("${kodama.contacts.keep-evidence:P1826D}") Duration kept) {
		this.jdbc = jdbc;
		this.trail = trail;
		this.targets = targets;
		this.transactions = transactions;
		this.clock = clock;
		this.kept = kept;
	}

	/** Takes the addresses out of some that are old enough, the oldest first. */
	public void expire() {
		Instant now = this.clock.instant();
		this.transactions.executeWithoutResult((tx) -> {
			List<Old> old = this.jdbc.sql("SELECT number, delivery, at FROM receipt WHERE number > ? ORDER BY number LIMIT ?")
				.params(done(this.jdbc), AT_ONCE)
				.query((row, number) -> new Old(row.getLong("number"), row.getString("delivery"),
						Instant.ofEpochMilli(row.getLong("at"))))
				.list()
				.stream()
				.takeWhile((one) -> one.at.isBefore(now.minus(this.kept)))
				.toList();
			if (old.isEmpty()) {
				return;
			}
			long last = old.get(old.size() - 1).number;
			this.jdbc.sql("""
					UPDATE receipt SET address = '', detail = '', salt = ''
					WHERE number BETWEEN ? AND ? AND seal <> ''""").params(old.get(0).number, last).update();
			this.targets.eraseAll(old.stream().map(Old::delivery).distinct().toList());
			this.trail.append("kodama", "receipts.EXPIRED", SUBJECT, Long.toString(last), now);
		});
	}

	/** The last receipt whose time is over. */
	static long done(JdbcClient jdbc) {
		return jdbc.sql("SELECT detail FROM audit WHERE subject = ? ORDER BY number DESC LIMIT 1")
			.param(SUBJECT)
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	/** A receipt whose time is over. */
	private record Old(long number, String delivery, Instant at) {
	}

}
