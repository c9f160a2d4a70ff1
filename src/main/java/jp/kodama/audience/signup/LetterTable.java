package jp.kodama.audience.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters until they are posted: none is lost by a crash. */
@Component
class LetterTable {

	/** Whoever claimed one and died: another tries again. */
	private static final Duration CLAIMED = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	LetterTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Letter letter, Instant now, Instant expires) {
		this.jdbc.sql("""
				INSERT INTO letter (id, channel, address, language, subject, body, tries, due_at, expires, cause)
				VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, '')""")
			.params(letter.id(), letter.channel(), letter.address(), letter.language(), letter.subject(), letter.body(),
					now.toEpochMilli(), expires.toEpochMilli())
			.update();
	}

	List<Letter> due(Instant now, int most) {
		return this.jdbc.sql("SELECT * FROM letter WHERE due_at <= ? ORDER BY due_at LIMIT ?")
			.params(now.toEpochMilli(), most)
			.query((row, number) -> new Letter(row.getString("id"), row.getString("channel"), row.getString("address"),
					row.getString("language"), row.getString("subject"), row.getString("body")))
			.list();
	}

	/** Whether it is ours to post now. */
	boolean claim(Letter letter, Instant now) {
		return this.jdbc.sql("UPDATE letter SET tries = tries + 1, due_at = ? WHERE id = ? AND due_at <= ?")
			.params(now.plus(CLAIMED).toEpochMilli(), letter.id(), now.toEpochMilli())
			.update() == 1;
	}

	void posted(Letter letter) {
		this.jdbc.sql("DELETE FROM letter WHERE id = ?").param(letter.id()).update();
	}

	/** Twice as long from try to try, an hour at most. */
	void later(Letter letter, String cause, Instant now) {
		int tries = this.jdbc.sql("SELECT tries FROM letter WHERE id = ?")
			.param(letter.id())
			.query(Integer.class)
			.optional()
			.orElse(1);
		long wait = Math.min(30L << Math.min(tries, 10), 3600L);
		this.jdbc.sql("UPDATE letter SET due_at = ?, cause = ? WHERE id = ?")
			.params(now.plusSeconds(wait).toEpochMilli(), cause, letter.id())
			.update();
	}

	/** Deletes those that nobody could answer any more. */
	int expire(Instant now) {
		return this.jdbc.sql("DELETE FROM letter WHERE expires <= ?").param(now.toEpochMilli()).update();
	}

}
