package jp.kodama.channel.sms.smpp;

import java.util.List;
import java.util.Optional;

import jp.kodama.delivery.Evidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The parts of long texts and what was said of each. Call inside a transaction. */
@Component
class PartTable {

	private final JdbcClient jdbc;

	PartTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** These are the parts of one message, called by the first. */
	void join(List<String> ids) {
		ids.forEach((id) -> this.jdbc
			.sql("INSERT INTO sms_part (id, message, parts, evidence, last, detail) VALUES (?, ?, ?, '', 0, '') "
					+ "ON CONFLICT (id) DO UPDATE SET message = excluded.message, parts = excluded.parts")
			.params(id, ids.get(0), ids.size())
			.update());
	}

	/** Something was said of a part; which message it is of, empty while unknown. */
	String said(String id, Evidence evidence, boolean last, String detail) {
		return this.jdbc
			.sql("INSERT INTO sms_part (id, message, parts, evidence, last, detail) VALUES (?, '', 0, ?, ?, ?) "
					+ "ON CONFLICT (id) DO UPDATE SET evidence = excluded.evidence, last = excluded.last, "
					+ "detail = excluded.detail WHERE sms_part.last = 0 RETURNING message")
			.params(id, evidence.name(), last ? 1 : 0, detail)
			.query(String.class)
			.optional()
			.orElse("");
	}

	/** Whether a number is that of a part of a long text. */
	boolean knows(String id) {
		return this.jdbc.sql("SELECT 1 FROM sms_part WHERE id = ? AND message <> ''")
			.param(id)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	/** All parts of a message of which something was said. */
	List<Part> of(String message) {
		return this.jdbc.sql("SELECT * FROM sms_part WHERE message = ? AND evidence <> '' ORDER BY id")
			.param(message)
			.query((row, number) -> new Part(row.getInt("parts"), Evidence.valueOf(row.getString("evidence")),
					row.getInt("last") == 1, row.getString("detail")))
			.list();
	}

	/** Something was said of them, and they are parts of nothing: whole messages. */
	Optional<Whole> nextWhole() {
		return this.jdbc
			.sql("DELETE FROM sms_part WHERE id = (SELECT MIN(id) FROM sms_part WHERE message = '') RETURNING *")
			.query((row, number) -> new Whole(row.getString("id"),
					new Part(1, Evidence.valueOf(row.getString("evidence")), row.getInt("last") == 1,
							row.getString("detail"))))
			.optional();
	}

	/**
	 * What was said of a part.
	 *
	 * @param parts how many its message has
	 * @param evidence what it proves
	 * @param last whether no more is said of it
	 * @param detail the SMSC's words
	 */
	record Part(int parts, Evidence evidence, boolean last, String detail) {
	}

	/**
	 * What was said of a message of one part.
	 *
	 * @param id its number
	 * @param said what
	 */
	record Whole(String id, Part said) {
	}

}
