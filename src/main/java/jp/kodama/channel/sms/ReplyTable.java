package jp.kodama.channel.sms;

import java.time.Instant;
import java.util.List;

import jp.kodama.channel.sms.provider.Incoming.Reply;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people answered. Call writers inside a transaction. */
@Component
class ReplyTable {

	private final JdbcClient jdbc;

	ReplyTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps one; false if it is there already. */
	boolean add(Reply reply, ReplyWords.Kind kind) {
		return this.jdbc
			.sql("INSERT INTO sms_reply (id, provider, number, words, kind, at, seen_by) "
					+ "VALUES (?, ?, ?, ?, ?, ?, '') ON CONFLICT DO NOTHING")
			.params(reply.id(), reply.provider(), reply.from(), reply.words(), kind.name(), reply.at().toEpochMilli())
			.update() == 1;
	}

	/** The latest, those nobody has seen first. */
	List<Kept> latest(int most) {
		return this.jdbc
			.sql("SELECT * FROM sms_reply ORDER BY CASE WHEN seen_by = '' THEN 0 ELSE 1 END, at DESC, id LIMIT ?")
			.param(most)
			.query((row, number) -> new Kept(
					new Reply(row.getString("id"), row.getString("provider"), row.getString("number"),
							row.getString("words"), Instant.ofEpochMilli(row.getLong("at"))),
					ReplyWords.Kind.valueOf(row.getString("kind")), row.getString("seen_by")))
			.list();
	}

	/** An officer has read one; false if there is none. */
	boolean seen(String id, String officer) {
		return this.jdbc.sql("UPDATE sms_reply SET seen_by = ? WHERE id = ?").params(officer, id).update() == 1;
	}

	/**
	 * An answer as it is kept.
	 *
	 * @param reply what came
	 * @param kind what it asks for
	 * @param seenBy which officer has read it; empty if none has
	 */
	record Kept(Reply reply, ReplyWords.Kind kind, String seenBy) {
	}

}
