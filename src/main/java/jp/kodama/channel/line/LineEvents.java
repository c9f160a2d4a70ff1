package jp.kodama.channel.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What LINE told is taken once, in the commit of what follows from it, however often and
 * late it is told.
 */
@Component
class LineEvents {

	/** LINE tells again for a day at most; ours is longer. */
	private static final Duration KEPT = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	LineEvents(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Does something about an event, unless it was done before.
	 * @return whether it was new
	 */
	boolean once(String id, Runnable consequence) {
		return this.transactions.execute((tx) -> {
			Instant now = this.clock.instant();
			boolean fresh = this.jdbc.sql("INSERT INTO line_event (id, taken) VALUES (?, ?) ON CONFLICT DO NOTHING")
				.params(id, now.toEpochMilli())
				.update() == 1;
			if (fresh) {
				this.jdbc.sql("DELETE FROM line_event WHERE taken < ?").param(now.minus(KEPT).toEpochMilli()).update();
				consequence.run();
			}
			return fresh;
		});
	}

}
