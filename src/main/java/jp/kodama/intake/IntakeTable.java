package jp.kodama.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jp.kodama.policy.Decision;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of everything that came in. Write inside a transaction. */
@Component
class IntakeTable {

	private final JdbcClient jdbc;

	IntakeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether the same was taken before, byte for byte or by what it says. */
	boolean taken(Item item) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM intake WHERE rehearsal = 0 AND decision <> 'REJECT'
				AND (sha256 = :sha256 OR said = :said)""")
			.param("sha256", item.sha256())
			.param("said", item.said())
			.query(Integer.class)
			.single() > 0;
	}

	void insert(Item item, Decision decision, Made made, Instant received) {
		this.jdbc
			.sql("""
					INSERT INTO intake (id, received, source, file, sha256, said, telegram, event, decision, reason, alert,
					incident, signature, rehearsal) VALUES (:id, :received, :source, :file, :sha256, :said, :telegram, :event,
					:decision, :reason, :alert, :incident, :signature, :rehearsal)""")
			.param("id", UUID.randomUUID().toString())
			.param("received", received.toEpochMilli())
			.param("source", item.source())
			.param("file", item.file())
			.param("sha256", item.sha256())
			.param("said", item.said())
			.param("telegram", decision.telegram())
			.param("event", item.event())
			.param("decision", decision.verdict().name())
			.param("reason", decision.reason() + made.why())
			.param("alert", made.alert())
			.param("incident", made.incident())
			.param("signature", made.signature())
			.param("rehearsal", item.rehearsal() ? 1 : 0)
			.update();
	}

	/**
	 * The alerts made for an incident, the latest first; enough to find those that wait.
	 */
	List<String> alerts(String incident) {
		return this.jdbc
			.sql("SELECT alert FROM intake WHERE incident = :incident AND alert <> '' ORDER BY received DESC LIMIT 20")
			.param("incident", incident)
			.query(String.class)
			.list();
	}

	/** The last alerts made for an incident that say the same, drills among them. */
	List<String> alerts(String incident, String signature) {
		return this.jdbc
			.sql("SELECT alert FROM intake WHERE incident = :incident AND signature = :signature AND alert <> '' "
					+ "ORDER BY received DESC LIMIT 20")
			.param("incident", incident)
			.param("signature", signature)
			.query(String.class)
			.list();
	}

	/** The incidents that an event was taken in for, the first first. */
	List<String> incidents(String event) {
		return this.jdbc.sql("""
				SELECT incident FROM intake WHERE event = :event AND incident <> '' AND rehearsal = 0
				ORDER BY received""").param("event", event).query(String.class).list();
	}

	/**
	 * What came in.
	 *
	 * @param source how it came in
	 * @param file its name
	 * @param sha256 of its bytes
	 * @param said of what it says
	 * @param event its EventID
	 * @param rehearsal whether it is a replay
	 */
	record Item(String source, String file, String sha256, String said, String event, boolean rehearsal) {
	}

	/**
	 * What was made of it.
	 *
	 * @param alert the alert's identifier; empty for none
	 * @param incident its incident
	 * @param signature what it says
	 * @param why why none was made
	 */
	record Made(String alert, String incident, String signature, String why) {

		static final Made NOTHING = new Made("", "", "", "");

	}

}
