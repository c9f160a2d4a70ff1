package jp.kodama.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which alerts are still to be fanned out, and who is at it. */
@Component
class FanOutTable {

	/** A node that has not gone on for so long is not at it any more. */
	private static final long LEASE_MILLIS = 30_000;

	private final JdbcClient jdbc;

	private final String node;

	FanOutTable(JdbcClient jdbc, @Value("${kodama.node}") String node) {
		this.jdbc = jdbc;
		this.node = node;
	}

	/** Notes that an alert is to be fanned out. */
	void remember(String alert) {
		this.jdbc.sql("INSERT INTO fan_out (alert, done, owner, lease) VALUES (?, 0, '', 0)").param(alert).update();
	}

	/** Alerts noted and not fanned out, and no other node is at it. */
	List<String> open(Instant now) {
		return this.jdbc.sql("SELECT alert FROM fan_out WHERE done = 0 AND (owner IN ('', ?) OR lease <= ?)")
			.params(this.node, now.toEpochMilli())
			.query(String.class)
			.list();
	}

	/**
	 * This node is at it, or has done it.
	 * @return false if it was done, or another node is at it
	 */
	boolean take(String alert, boolean done, Instant now) {
		return this.jdbc.sql("""
				UPDATE fan_out SET done = :done, owner = :node, lease = :lease
				WHERE alert = :alert AND done = 0 AND (owner IN ('', :node) OR lease <= :now)""")
			.param("done", done ? 1 : 0)
			.param("node", this.node)
			.param("lease", now.toEpochMilli() + LEASE_MILLIS)
			.param("alert", alert)
			.param("now", now.toEpochMilli())
			.update() == 1;
	}

	/** What was queued of an alert that is not done, by channel. */
	Map<String, Planner.Queued> queued(String alert) {
		return this.jdbc.sql("""
				SELECT d.channel, COUNT(DISTINCT d.id) AS batches, MAX(t.recipient) AS last FROM delivery d
				JOIN delivery_target t ON t.delivery = d.id WHERE d.alert = ? GROUP BY d.channel""")
			.param(alert)
			.query((row, number) -> Map.entry(row.getString("channel"),
					new Planner.Queued(row.getInt("batches"), row.getLong("last"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
