package jp.kodama.intake.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** When each feed may be asked again, and what its last answer was. */
@Component
class FeedTable {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	FeedTable(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Takes the right to ask a feed now; nobody else has it until its time has come
	 * again.
	 * @return empty if it is not yet time
	 */
	Optional<Asked> claim(String source, String address, Instant now, Instant next) {
		List<Asked> due = this.jdbc.sql("SELECT * FROM feed WHERE source = :source AND address = :address")
			.param("source", source)
			.param("address", address)
			.query((row, number) -> new Asked(row.getString("etag"), row.getString("modified"), row.getInt("failures"),
					row.getLong("next_at"), row.getLong("answered"), row.getLong("gap")))
			.list();
		if (!due.isEmpty() && due.get(0).nextAt() > now.toEpochMilli()) {
			return Optional.empty();
		}
		Integer won = this.transactions.execute((tx) -> this.jdbc.sql("""
				INSERT INTO feed (source, address, next_at, failures, etag, modified, answered, gap)
				VALUES (:source, :address, :next, 0, '', '', 0, 0)
				ON CONFLICT (source, address) DO UPDATE SET next_at = excluded.next_at WHERE feed.next_at <= :now""")
			.param("source", source)
			.param("address", address)
			.param("next", next.toEpochMilli())
			.param("now", now.toEpochMilli())
			.update());
		return (won != null && won == 1) ? Optional.of(due.isEmpty() ? Asked.NEVER : due.get(0)) : Optional.empty();
	}

	/** It answered, and all that it said is kept. */
	void answered(String source, String address, String etag, String modified, Instant now) {
		this.transactions.executeWithoutResult((tx) -> this.jdbc.sql("""
				UPDATE feed SET failures = 0, etag = :etag, modified = :modified, answered = :now
				WHERE source = :source AND address = :address""")
			.param("now", now.toEpochMilli())
			.param("etag", etag)
			.param("modified", modified)
			.param("source", source)
			.param("address", address)
			.update());
	}

	/** It did not. */
	void failed(String source, String address, Instant next) {
		this.transactions.executeWithoutResult((tx) -> this.jdbc.sql("""
				UPDATE feed SET failures = failures + 1, next_at = :next
				WHERE source = :source AND address = :address""")
			.param("next", next.toEpochMilli())
			.param("source", source)
			.param("address", address)
			.update());
	}

	/**
	 * Something may have been missed.
	 * @param until before when, milliseconds; 0: nothing is
	 */
	void gap(String source, String address, long until) {
		this.transactions.executeWithoutResult(
				(tx) -> this.jdbc.sql("UPDATE feed SET gap = :gap WHERE source = :source AND address = :address")
					.param("gap", until)
					.param("source", source)
					.param("address", address)
					.update());
	}

	/**
	 * What is known of a feed from before.
	 *
	 * @param etag what its last answer was called
	 * @param modified when it said that it last changed
	 * @param failures how often it failed since it last answered
	 * @param nextAt when it may be asked, milliseconds
	 * @param answered when it last answered, milliseconds; 0: never
	 * @param gap until when something may have been missed, milliseconds; 0: nothing
	 */
	record Asked(String etag, String modified, int failures, long nextAt, long answered, long gap) {

		static final Asked NEVER = new Asked("", "", 0, 0, 0, 0);

	}

}
