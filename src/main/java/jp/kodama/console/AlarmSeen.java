package jp.kodama.console;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jp.kodama.receipt.AuditTrail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Who has seen which alarm. Every acknowledgement is a link of the audit chain. */
@Component
class AlarmSeen {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final AuditTrail trail;

	private final Clock clock;

	AlarmSeen(JdbcClient jdbc, TransactionOperations transactions, AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.trail = trail;
		this.clock = clock;
	}

	/** An officer has seen one. */
	void by(String officer, Alarm alarm) {
		Instant now = this.clock.instant();
		this.transactions.executeWithoutResult((tx) -> {
			this.jdbc.sql("""
					INSERT INTO alarm_seen (alarm, officer, at) VALUES (:alarm, :officer, :at)
					ON CONFLICT (alarm) DO UPDATE SET officer = :officer, at = :at""")
				.param("alarm", alarm.id())
				.param("officer", officer)
				.param("at", now.toEpochMilli())
				.update();
			this.trail.append(officer, "alarm.SEEN", alarm.id(), alarm.words().japanese(), now);
		});
	}

	/** The last who saw each, by alarm. */
	Map<String, Alarm.Seen> all() {
		Map<String, Alarm.Seen> all = new HashMap<>();
		this.jdbc.sql("SELECT alarm, officer, at FROM alarm_seen")
			.query((row, number) -> Map.entry(row.getString("alarm"),
					new Alarm.Seen(row.getString("officer"), Instant.ofEpochMilli(row.getLong("at")))))
			.list()
			.forEach((one) -> all.put(one.getKey(), one.getValue()));
		return all;
	}

}
