package jp.kodama.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import jp.kodama.alert.AlertChanged;
import jp.kodama.delivery.ChannelTold;
import jp.kodama.policy.version.PolicyChanged;
import jp.kodama.speech.ReadingChanged;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The audit chain. Every change of an alert, of the policy, of the reading dictionary or
 * of a channel, and every outcome of a delivery is a link; it is written in the same
 * commit as what it tells of.
 */
@Component
public class AuditTrail {

	private final JdbcClient jdbc;

	AuditTrail(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a link. Call inside the transaction of what it tells of. */
	public AuditEntry append(String actor, String action, String subject, String detail, Instant at) {
		// The head's row lock keeps the chain single on PostgreSQL; SQLite has one writer
		// anyway.
		Head head = this.jdbc.sql("UPDATE audit_head SET number = number + 1 RETURNING number, hash")
			.query(AuditTrail::head)
			.single();
		AuditEntry entry = AuditEntry.after(head.number(), head.hash(), at,
				new AuditEntry.Event(actor, action, subject, detail));
		this.jdbc.sql("""
				INSERT INTO audit (number, at, actor, action, subject, detail, previous, hash)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(entry.number(), at.toEpochMilli(), actor, action, subject, detail, entry.previous(), entry.hash())
			.update();
		this.jdbc.sql("UPDATE audit_head SET hash = ?").param(entry.hash()).update();
		return entry;
	}

	/**
	 * Lets nobody else add a link until this transaction ends. For whoever must look
	 * before adding.
	 */
	void hold() {
		this.jdbc.sql("UPDATE audit_head SET number = number").update();
	}

	/** The latest links, newest first. */
	public List<AuditEntry> latest(int most) {
		return this.jdbc.sql("SELECT * FROM audit ORDER BY number DESC LIMIT ?")
			.param(most)
			.query(AuditTrail::entry)
			.list();
	}

	/** Checks every link and every receipt; the faults found, oldest first. */
	public List<String> verify() {
		return new AuditCheck(this.jdbc).faults();
	}

	/** The same for a store that nothing has open. */
	public static List<String> verify(DataSource store) {
		return new AuditCheck(JdbcClient.create(store)).faults();
	}

	@EventListener
	void write(AlertChanged event) {
		append(event.by(), "alert." + event.to(), event.alert().identifier(), event.reason(), event.at());
	}

	@EventListener
	void write(PolicyChanged event) {
		append(event.by(), "policy." + event.to(), event.town() + "/v" + event.version(), event.detail(), event.at());
	}

	@EventListener
	void write(ReadingChanged event) {
		append(event.by(), event.reading().isEmpty() ? "reading.REMOVED" : "reading.SET", event.written(),
				event.before() + " → " + event.reading(), event.at());
	}

	@EventListener
	void write(ChannelTold event) {
		append(event.by(), "channel.TOLD", event.channel(), event.what(), event.at());
	}

	static Head head(ResultSet row, int number) throws SQLException {
		return new Head(row.getLong("number"), row.getString("hash"));
	}

	static AuditEntry entry(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getLong("number"), Instant.ofEpochMilli(row.getLong("at")),
				new AuditEntry.Event(row.getString("actor"), row.getString("action"), row.getString("subject"),
						row.getString("detail")),
				row.getString("previous"), row.getString("hash"));
	}

	/** The chain's end. */
	record Head(long number, String hash) {
	}

}
