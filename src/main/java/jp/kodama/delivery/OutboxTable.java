package jp.kodama.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox's rows: deliveries. Call inside a transaction. */
@Component
class OutboxTable {

	/** How long an announcement may be under way before it is made again. */
	static final long ANNOUNCED_MILLIS = 15_000;

	/**
	 * A delivery in hand is another node's to take up if its own has not said for this
	 * long that it lives.
	 */
	static final long LEASE_MILLIS = 120_000;

	private final JdbcClient jdbc;

	private final TargetTable targets;

	OutboxTable(JdbcClient jdbc, TargetTable targets) {
		this.jdbc = jdbc;
		this.targets = targets;
	}

	/**
	 * Queues, with its recipients; false if it is there already. The caller announces it.
	 */
	boolean insert(Planned planned, Instant now) {
		Delivery delivery = planned.delivery();
		boolean fresh = this.jdbc
			.sql("""
					INSERT INTO delivery (id, alert, channel, batch, rehearsal, lane, state, attempt, due_at, announce_at,
					owner, created, updated, cause)
					VALUES (:id, :alert, :channel, :batch, :rehearsal, :lane, 'QUEUED', 0, :now, :announce, '', :now, :now, '')
					ON CONFLICT DO NOTHING""")
			.param("id", delivery.id())
			.param("alert", delivery.alert())
			.param("channel", delivery.channel())
			.param("batch", delivery.batch())
			.param("rehearsal", delivery.rehearsal() ? 1 : 0)
			.param("lane", planned.lane())
			.param("now", now.toEpochMilli())
			.param("announce", now.toEpochMilli() + ANNOUNCED_MILLIS)
			.update() == 1;
		if (fresh) {
			this.targets.add(delivery.id(), planned.recipients());
		}
		return fresh;
	}

	/** Takes it for this node, if it is due and nobody else has. */
	Optional<Delivery> claim(String id, String node, Instant now) {
		return this.jdbc.sql("""
				UPDATE delivery SET state = 'SENDING', attempt = attempt + 1, owner = :node, announce_at = :lease,
				updated = :now WHERE id = :id AND state = 'QUEUED' AND due_at <= :now RETURNING *""")
			.param("node", node)
			.param("lease", now.toEpochMilli() + LEASE_MILLIS)
			.param("now", now.toEpochMilli())
			.param("id", id)
			.query(OutboxTable::delivery)
			.optional();
	}

	/** This node lives, and so do the deliveries it has in hand. */
	void renew(String node, Instant now) {
		this.jdbc.sql("UPDATE delivery SET announce_at = ? WHERE state = 'SENDING' AND owner = ?")
			.params(now.toEpochMilli() + LEASE_MILLIS, node)
			.update();
	}

	/**
	 * Ends a try, or the delivery; false if another node has taken it up since.
	 */
	boolean settle(Delivery delivery, DeliveryState state, String cause, Instant due, Instant now) {
		return this.jdbc.sql("""
				UPDATE delivery SET state = :state, cause = :cause, due_at = :due, announce_at = :due, updated = :now
				WHERE id = :id AND attempt = :attempt""")
			.param("state", state.name())
			.param("cause", cause)
			.param("due", due.toEpochMilli())
			.param("now", now.toEpochMilli())
			.param("id", delivery.id())
			.param("attempt", delivery.attempt())
			.update() == 1;
	}

	/** What is due and not announced lately; marks it announced. */
	List<Announcement> announce(Instant now, int most) {
		return this.jdbc.sql("""
				UPDATE delivery SET announce_at = :again WHERE id IN (SELECT id FROM delivery
				WHERE state = 'QUEUED' AND announce_at <= :now ORDER BY announce_at, id LIMIT :most)
				RETURNING id, channel, lane""")
			.param("again", now.toEpochMilli() + ANNOUNCED_MILLIS)
			.param("now", now.toEpochMilli())
			.param("most", most)
			.query((row, number) -> new Announcement(row.getString("id"), row.getString("channel"),
					row.getString("lane")))
			.list();
	}

	/** After a start: nothing is announced any more, whatever the rows say. */
	void forgetAnnouncements() {
		this.jdbc.sql("UPDATE delivery SET announce_at = due_at WHERE state = 'QUEUED' AND announce_at > due_at")
			.update();
	}

	boolean anyDue(Instant now) {
		return this.jdbc.sql("SELECT 1 FROM delivery WHERE state = 'QUEUED' AND announce_at <= ? LIMIT 1")
			.param(now.toEpochMilli())
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	/** In this node's hand when it stopped. Ask before it starts. */
	List<Delivery> left(String node) {
		return this.jdbc.sql("SELECT * FROM delivery WHERE state = 'SENDING' AND owner = ?")
			.param(node)
			.query(OutboxTable::delivery)
			.list();
	}

	/** In the hand of another node that has not been heard of for too long. */
	List<Delivery> lapsed(String node, Instant now) {
		return this.jdbc.sql("SELECT * FROM delivery WHERE state = 'SENDING' AND announce_at <= ? AND owner <> ?")
			.params(now.toEpochMilli(), node)
			.query(OutboxTable::delivery)
			.list();
	}

	/** Those of an alert that have not left. */
	List<Delivery> waiting(String alert) {
		return this.jdbc.sql("SELECT * FROM delivery WHERE alert = ? AND state IN ('QUEUED', 'IN_DOUBT')")
			.param(alert)
			.query(OutboxTable::delivery)
			.list();
	}

	/** One that waits for a person to decide. */
	Optional<Delivery> inDoubt(String id) {
		return this.jdbc.sql("SELECT * FROM delivery WHERE id = ? AND state = 'IN_DOUBT'")
			.param(id)
			.query(OutboxTable::delivery)
			.optional();
	}

	private static Delivery delivery(ResultSet row, int number) throws SQLException {
		return new Delivery(row.getString("id"), row.getString("alert"), row.getString("channel"),
				row.getString("batch"), row.getInt("rehearsal") == 1, row.getInt("attempt"));
	}

}
