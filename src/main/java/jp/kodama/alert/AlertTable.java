package jp.kodama.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ConcurrentLruCache;

/** The journal's rows. */
class AlertTable {

	/** Keeps the offset of a time as it was written; CAP tells +09:00 from +00:00. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
		.build();

	/**
	 * An alert is read at every step of each of its deliveries, and its text never
	 * changes.
	 */
	private static final ConcurrentLruCache<String, Alert> READ = new ConcurrentLruCache<>(512,
			(body) -> JSON.readValue(body, Alert.class));

	private final JdbcClient jdbc;

	AlertTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean insert(JournalEntry entry) {
		Alert alert = entry.alert();
		return this.jdbc.sql("""
				INSERT INTO alert (identifier, incident, rehearsal, state, composer, since, sent, expires, source,
				body)
				VALUES (:identifier, :incident, :rehearsal, :state, :composer, :since, :sent, :expires, :source, :body)
				ON CONFLICT DO NOTHING""")
			.param("identifier", alert.identifier())
			.param("incident", alert.handling().incident())
			.param("rehearsal", alert.rehearsalOnly() ? 1 : 0)
			.param("state", entry.state().name())
			.param("composer", entry.composer())
			.param("since", entry.since().toEpochMilli())
			.param("sent", alert.sent().toInstant().toEpochMilli())
			.param("expires", alert.expires().toInstant().toEpochMilli())
			.param("source", alert.handling().source())
			.param("body", JSON.writeValueAsString(alert))
			.update() == 1;
	}

	boolean rewrite(Alert alert) {
		return this.jdbc.sql("""
				UPDATE alert SET incident = :incident, rehearsal = :rehearsal, sent = :sent, expires = :expires,
				body = :body WHERE identifier = :identifier AND state = 'DRAFT'""")
			.param("incident", alert.handling().incident())
			.param("rehearsal", alert.rehearsalOnly() ? 1 : 0)
			.param("sent", alert.sent().toInstant().toEpochMilli())
			.param("expires", alert.expires().toInstant().toEpochMilli())
			.param("body", JSON.writeValueAsString(alert))
			.param("identifier", alert.identifier())
			.update() == 1;
	}

	/** Moves only from the state that was read: two approvers cannot both win. */
	boolean move(JournalEntry before, State to, String by, Instant now) {
		return this.jdbc.sql("""
				UPDATE alert SET state = :to, since = :since,
				approver = CASE WHEN :to = 'RELEASED' THEN :by ELSE approver END
				WHERE identifier = :identifier AND state = :from""")
			.param("to", to.name())
			.param("since", now.toEpochMilli())
			.param("by", by)
			.param("identifier", before.alert().identifier())
			.param("from", before.state().name())
			.update() == 1;
	}

	Optional<JournalEntry> find(String identifier) {
		return this.jdbc.sql("SELECT * FROM alert WHERE identifier = ?")
			.param(identifier)
			.query(AlertTable::entry)
			.optional();
	}

	List<JournalEntry> recent(int most) {
		return this.jdbc.sql("SELECT * FROM alert WHERE source <> 'probe' ORDER BY sent DESC, identifier DESC LIMIT ?")
			.param(most)
			.query(AlertTable::entry)
			.list();
	}

	List<JournalEntry> in(State state) {
		return this.jdbc.sql("SELECT * FROM alert WHERE state = ? ORDER BY since, identifier")
			.param(state.name())
			.query(AlertTable::entry)
			.list();
	}

	List<Alert> inForce(Instant at) {
		return alerts("""
				SELECT * FROM alert WHERE state = 'RELEASED' AND expires > ? AND source <> 'probe'
				ORDER BY sent DESC, identifier DESC""", at);
	}

	List<Alert> past(Instant at, Set<Boolean> rehearsals, int most) {
		return this.jdbc.sql("""
				SELECT * FROM alert WHERE (state IN ('EXPIRED', 'SUPERSEDED', 'CANCELLED')
				OR (state = 'RELEASED' AND expires <= :at)) AND rehearsal IN (:rehearsals) AND source <> 'probe'
				ORDER BY sent DESC, identifier DESC LIMIT :most""")
			.param("at", at.toEpochMilli())
			.param("rehearsals", rehearsals.stream().map((one) -> one ? 1 : 0).toList())
			.param("most", most)
			.query(AlertTable::entry)
			.list()
			.stream()
			.map(JournalEntry::alert)
			.toList();
	}

	List<Alert> overdue(Instant at) {
		return alerts("SELECT * FROM alert WHERE state = 'RELEASED' AND expires <= ? ORDER BY expires", at);
	}

	/**
	 * An all-clear and a new warning may be of the same second: the warning is in force.
	 */
	Optional<JournalEntry> byIncident(String incident, boolean rehearsal) {
		return this.jdbc.sql("""
				SELECT * FROM alert WHERE incident = ? AND rehearsal = ? AND state = 'RELEASED'
				ORDER BY sent DESC, since DESC LIMIT 10""")
			.param(incident)
			.param(rehearsal ? 1 : 0)
			.query(AlertTable::entry)
			.list()
			.stream()
			.min(Comparator.comparing((entry) -> entry.alert().msgType() == MsgType.Cancel));
	}

	private List<Alert> alerts(String sql, Instant at) {
		return this.jdbc.sql(sql)
			.param(at.toEpochMilli())
			.query(AlertTable::entry)
			.list()
			.stream()
			.map(JournalEntry::alert)
			.toList();
	}

	private static JournalEntry entry(ResultSet row, int number) throws SQLException {
		return new JournalEntry(READ.get(row.getString("body")), State.valueOf(row.getString("state")),
				row.getString("composer"), row.getString("approver"), Instant.ofEpochMilli(row.getLong("since")));
	}

}
