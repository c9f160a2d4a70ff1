package jp.kodama.channel.radio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The radio's rows. Write inside a transaction. */
@Component
class AirTable {

	private final JdbcClient jdbc;

	AirTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A delivery was heard in a zone. */
	void aired(String delivery, String zone, Instant at) {
		this.jdbc.sql("INSERT INTO radio_airing (delivery, zone, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
			.params(delivery, zone, at.toEpochMilli())
			.update();
	}

	/** How many broadcasts a zone has had since a moment. */
	int aired(String zone, Instant since) {
		return this.jdbc.sql("SELECT COUNT(*) FROM radio_airing WHERE zone = ? AND at >= ?")
			.params(zone, since.toEpochMilli())
			.query(Integer.class)
			.single();
	}

	/** When a zone last had one. */
	Optional<Instant> last(String zone) {
		return this.jdbc.sql("SELECT at FROM radio_airing WHERE zone = ? ORDER BY at DESC LIMIT 1")
			.param(zone)
			.query(Long.class)
			.optional()
			.map(Instant::ofEpochMilli);
	}

	/** An alert is to be said again, for the number-th time, once it is due. */
	void again(Next next) {
		this.jdbc.sql("""
				INSERT INTO radio_again (alert, number, due_at) VALUES (?, ?, ?)
				ON CONFLICT (alert) DO UPDATE SET number = excluded.number, due_at = excluded.due_at""")
			.params(next.alert(), next.number(), next.due().toEpochMilli())
			.update();
	}

	/** What is due, or with a later moment what will be. */
	List<Next> again(Instant until) {
		return this.jdbc.sql("SELECT * FROM radio_again WHERE due_at <= ? ORDER BY due_at, alert")
			.param(until.toEpochMilli())
			.query((row, number) -> new Next(row.getString("alert"), row.getInt("number"),
					Instant.ofEpochMilli(row.getLong("due_at"))))
			.list();
	}

	/** It is not to be said again. */
	void noMore(String alert) {
		this.jdbc.sql("DELETE FROM radio_again WHERE alert = ?").param(alert).update();
	}

	/** Zones that run on batteries, since when. */
	Map<String, Instant> onBattery() {
		return this.jdbc.sql("SELECT zone, since FROM radio_battery")
			.query((row, number) -> Map.entry(row.getString("zone"), Instant.ofEpochMilli(row.getLong("since"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** A zone runs on batteries; what was known before stays. */
	void battery(String zone, String by, Instant since) {
		this.jdbc.sql("INSERT INTO radio_battery (zone, since, teller) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
			.params(zone, since.toEpochMilli(), by)
			.update();
	}

	/** A zone has power again. */
	void mains(String zone) {
		this.jdbc.sql("DELETE FROM radio_battery WHERE zone = ?").param(zone).update();
	}

	/** When an alert is said again, and for which time. */
	record Next(String alert, int number, Instant due) {
	}

}
