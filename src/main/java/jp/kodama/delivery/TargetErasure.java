package jp.kodama.delivery;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the address of somebody who asked for it out of what was delivered to them. */
@Component
public class TargetErasure {

	private final JdbcClient jdbc;

	TargetErasure(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Joins the caller's transaction. What is still to be sent to them then finds no
	 * address, and fails.
	 * @param recipient whom
	 * @param settled deliveries there is evidence of; those under way are found here
	 */
	public void erase(long recipient, List<String> settled) {
		settled.forEach((delivery) -> this.jdbc
			.sql("UPDATE delivery_target SET address = '' WHERE delivery = ? AND recipient = ?")
			.params(delivery, recipient)
			.update());
		this.jdbc.sql("""
				UPDATE delivery_target SET address = '' WHERE recipient = ? AND delivery IN
				(SELECT id FROM delivery WHERE state IN ('QUEUED', 'SENDING', 'IN_DOUBT'))""")
			.param(recipient)
			.update();
	}

}
