package jp.kodama.delivery;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the address of somebody who asked for it out of what was delivered to them. */
@Component
public class TargetErasure {

	private final JdbcClient jdbc;

	private final RehearsalFolder rehearsals;

	TargetErasure(JdbcClient jdbc, RehearsalFolder rehearsals) {
		this.jdbc = jdbc;
		this.rehearsals = rehearsals;
	}

	/** Everybody's, of deliveries of long ago. Joins the caller's transaction. */
	public void eraseAll(List<String> deliveries) {
		deliveries.forEach((delivery) -> this.jdbc.sql("UPDATE delivery_target SET address = '' WHERE delivery = ?")
			.param(delivery)
			.update());
	}

	/**
	 * Joins the caller's transaction. What was rehearsed for them and others together is
	 * deleted; that it was rehearsed stays known. What is still to be sent to them then finds no
	 * address, and fails.
	 * @param recipient whom
	 * @param settled deliveries there is evidence of; those under way are found here
	 */
	public void erase(long recipient, List<String> settled) {
		settled.forEach((delivery) -> this.jdbc
			.sql("UPDATE delivery_target SET address = '' WHERE delivery = ? AND recipient = ?")
			.params(delivery, recipient)
			.update());
		settled.forEach((delivery) -> this.jdbc.sql("SELECT * FROM delivery WHERE id = ? AND rehearsal = 1")
			.param(delivery)
			.query((row, number) -> new Delivery(row.getString("id"), row.getString("alert"), row.getString("channel"),
					row.getString("batch"), true, row.getInt("attempt")))
			.list()
			.forEach(this.rehearsals::forget));
		this.jdbc.sql("""
				UPDATE delivery_target SET address = '' WHERE recipient = ? AND delivery IN
				(SELECT id FROM delivery WHERE state IN ('QUEUED', 'SENDING', 'IN_DOUBT'))""")
			.param(recipient)
			.update();
	}

}
