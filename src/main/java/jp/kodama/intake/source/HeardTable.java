package jp.kodama.intake.source;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What was heard of each source, by all nodes together. */
@Component
class HeardTable {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	HeardTable(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	Map<String, Heard> all() {
		Map<String, Heard> all = new HashMap<>();
		this.jdbc.sql("SELECT source, since, heard, letters, refused_at, refusal FROM source_heard").query((row) -> {
			all.put(row.getString("source"),
					new Heard(Instant.ofEpochMilli(row.getLong("since")), Instant.ofEpochMilli(row.getLong("heard")),
							row.getLong("letters"), Instant.ofEpochMilli(row.getLong("refused_at")),
							row.getString("refusal")));
		});
		return all;
	}

	/** Adds what is new, in one commit. */
	void add(Map<String, Heard> news) {
		this.transactions.executeWithoutResult((tx) -> news.forEach(this::add));
	}

	private void add(String source, Heard news) {
		this.jdbc.sql("""
				INSERT INTO source_heard (source, since, heard, letters, refused_at, refusal)
				VALUES (:source, :since, :heard, :letters, :refusedAt, :refusal)
				ON CONFLICT (source) DO UPDATE SET
				heard = CASE WHEN excluded.heard > source_heard.heard THEN excluded.heard ELSE source_heard.heard END,
				letters = source_heard.letters + excluded.letters,
				refusal = CASE WHEN excluded.refused_at > source_heard.refused_at THEN excluded.refusal
				ELSE source_heard.refusal END,
				refused_at = CASE WHEN excluded.refused_at > source_heard.refused_at THEN excluded.refused_at
				ELSE source_heard.refused_at END""")
			.param("source", source)
			.param("since", news.since().toEpochMilli())
			.param("heard", news.last().toEpochMilli())
			.param("letters", news.letters())
			.param("refusedAt", news.refusedAt().toEpochMilli())
			.param("refusal", news.refusal())
			.update();
	}

}
