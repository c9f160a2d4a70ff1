package jp.kodama.backchannel.aircheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jp.kodama.delivery.Delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The air checks' rows. Call inside a transaction to write. */
@Component
class CheckTable {

	private final JdbcClient jdbc;

	CheckTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Delivery delivery, String monitor, Instant aired) {
		this.jdbc
			.sql("""
					INSERT INTO air_check (delivery, attempt, monitor, alert, channel, batch, rehearsal, aired, state, score,
					detail, recording, seen, follows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, '', '', 0, '') ON CONFLICT DO NOTHING""")
			.params(delivery.id(), delivery.attempt(), monitor, delivery.alert(), delivery.channel(), delivery.batch(),
					delivery.rehearsal() ? 1 : 0, aired.toEpochMilli())
			.update();
	}

	/** Writes what is now known; false if it was known before. */
	boolean settle(Check check) {
		return this.jdbc.sql("""
				UPDATE air_check SET state = ?, score = ?, detail = ?, recording = ?
				WHERE delivery = ? AND attempt = ? AND monitor = ? AND state = 'WAITING'""")
			.params(check.state().name(), Math.round(check.score() * 1000), check.detail(), check.recording(),
					check.delivery().id(), check.delivery().attempt(), check.monitor())
			.update() == 1;
	}

	/** It is to be put out once more, on a channel. */
	void follow(Delivery delivery, String channel) {
		this.jdbc.sql("UPDATE air_check SET follows = ? WHERE delivery = ? AND attempt = ?")
			.params(channel, delivery.id(), delivery.attempt())
			.update();
	}

	/** Alerts that are to be put out once more, each with the channel. */
	List<Map.Entry<String, String>> following() {
		return this.jdbc.sql("SELECT DISTINCT alert, follows FROM air_check WHERE follows <> ''")
			.query((row, number) -> Map.entry(row.getString("alert"), row.getString("follows")))
			.list();
	}

	void followed(String alert, String channel) {
		this.jdbc.sql("UPDATE air_check SET follows = '' WHERE alert = ? AND follows = ?")
			.params(alert, channel)
			.update();
	}

	void seen(String delivery) {
		this.jdbc.sql("UPDATE air_check SET seen = 1 WHERE delivery = ? AND state <> 'WAITING'")
			.param(delivery)
			.update();
	}

	List<Check> waiting() {
		return this.jdbc.sql("SELECT * FROM air_check WHERE state = 'WAITING' ORDER BY aired")
			.query(CheckTable::check)
			.list();
	}

	List<Check> of(String delivery, int attempt) {
		return this.jdbc.sql("SELECT * FROM air_check WHERE delivery = ? AND attempt = ? ORDER BY monitor")
			.params(delivery, attempt)
			.query(CheckTable::check)
			.list();
	}

	List<Check> latest(int most) {
		return this.jdbc.sql("SELECT * FROM air_check ORDER BY aired DESC, delivery, monitor LIMIT ?")
			.param(most)
			.query(CheckTable::check)
			.list();
	}

	List<Check> alarming() {
		return this.jdbc
			.sql("SELECT * FROM air_check WHERE seen = 0 AND state IN ('NOT_HEARD', 'UNCHECKED') ORDER BY aired DESC")
			.query(CheckTable::check)
			.list();
	}

	private static Check check(ResultSet row, int number) throws SQLException {
		Delivery delivery = new Delivery(row.getString("delivery"), row.getString("alert"), row.getString("channel"),
				row.getString("batch"), row.getInt("rehearsal") == 1, row.getInt("attempt"));
		return new Check(delivery, row.getString("monitor"), Instant.ofEpochMilli(row.getLong("aired")),
				Check.State.valueOf(row.getString("state")), row.getInt("score") / 1000.0, row.getString("detail"),
				row.getString("recording"), row.getInt("seen") == 1);
	}

}
