package jp.kodama.channel.sms;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.channel.sms.provider.Asked;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts that providers took. Call writers inside a transaction. */
@Component
class MessageTable {

	/** As many parameters as every store takes in one statement, and some. */
	private static final int PART = 500;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	MessageTable(JdbcTemplate batches) {
		this.jdbc = JdbcClient.create(batches);
		this.batches = batches;
	}

	/** Adds texts; what is there already stays. */
	void add(Collection<Row> rows, Instant now, Instant ask) {
		this.batches.batchUpdate("""
				INSERT INTO sms_message (alert, number, language, provider, provider_id, sent, ask_at, asked, last)
				VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT DO NOTHING""",
				rows.stream()
					.map((row) -> new Object[] { row.key().alert(), row.key().number(), row.key().language(),
							row.provider(), row.id(), now.toEpochMilli(), ask.toEpochMilli() })
					.toList());
	}

	/** Which of these were taken already, and under which number of the provider's. */
	Map<Job.Key, String> taken(String alert, List<Job.Key> keys) {
		Map<Job.Key, String> taken = new HashMap<>();
		if (keys.isEmpty() || !any(alert)) {
			return taken;
		}
		for (int from = 0; from < keys.size(); from += PART) {
			List<String> numbers = keys.subList(from, Math.min(from + PART, keys.size()))
				.stream()
				.map(Job.Key::number)
				.toList();
			this.jdbc
				.sql("SELECT number, language, provider_id FROM sms_message WHERE alert = :alert "
						+ "AND number IN (:numbers) ORDER BY sent")
				.param("alert", alert)
				.param("numbers", numbers)
				.query((row) -> {
					taken.putIfAbsent(new Job.Key(alert, row.getString("number"), row.getString("language")),
							row.getString("provider_id"));
				});
		}
		return taken;
	}

	/** The provider says no more of a message. */
	void last(String id) {
		this.jdbc.sql("UPDATE sms_message SET last = 1 WHERE provider_id = ? AND last = 0").param(id).update();
	}

	/** Messages of a provider without a last word, that it is time to ask about. */
	List<Asked> open(String provider, Instant now, int most) {
		return this.jdbc
			.sql("SELECT DISTINCT provider_id, sent, asked, ask_at FROM sms_message "
					+ "WHERE last = 0 AND provider = ? AND ask_at <= ? ORDER BY ask_at LIMIT ?")
			.params(provider, now.toEpochMilli(), most)
			.query((row, number) -> new Asked(row.getString("provider_id"), Instant.ofEpochMilli(row.getLong("sent")),
					row.getInt("asked")))
			.list();
	}

	/** It was asked about; once more at a time, or never. */
	void asked(String id, Instant again) {
		this.jdbc.sql("UPDATE sms_message SET asked = asked + 1, ask_at = ? WHERE provider_id = ? AND last = 0")
			.params(again.toEpochMilli(), id)
			.update();
	}

	private boolean any(String alert) {
		return this.jdbc.sql("SELECT 1 FROM sms_message WHERE alert = ? LIMIT 1")
			.param(alert)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	/**
	 * A text that a provider took.
	 *
	 * @param key what it was
	 * @param segments parts it took
	 * @param provider who took it
	 * @param id the provider's number of it
	 */
	record Row(Job.Key key, int segments, String provider, String id) {
	}

}
