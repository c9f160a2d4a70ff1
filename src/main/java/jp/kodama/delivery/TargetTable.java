package jp.kodama.delivery;

import java.util.Collection;
import java.util.List;

import jp.kodama.audience.Recipient;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recipients of each delivery and the best evidence there is of each. */
@Component
class TargetTable {

	private final JdbcClient jdbc;

	TargetTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(String delivery, Collection<Recipient> recipients) {
		recipients.forEach((one) -> this.jdbc.sql("""
				INSERT INTO delivery_target (delivery, recipient, address, language, district, sample, evidence)
				VALUES (?, ?, ?, ?, ?, ?, 'QUEUED') ON CONFLICT DO NOTHING""")
			.params(delivery, one.id(), one.address(), one.language(), one.district(), one.sample() ? 1 : 0)
			.update());
	}

	/** Those of whom nothing is known yet. */
	List<Recipient> pending(Delivery delivery) {
		return this.jdbc.sql("""
				SELECT * FROM delivery_target WHERE delivery = ? AND evidence IN ('QUEUED', 'IN_DOUBT')
				ORDER BY recipient""")
			.param(delivery.id())
			.query((row, number) -> new Recipient(row.getLong("recipient"), delivery.channel(),
					row.getString("address"), row.getString("language"), row.getString("district"),
					row.getInt("sample") == 1))
			.list();
	}

	void report(Delivery delivery, Report report) {
		this.jdbc.sql("UPDATE delivery_target SET evidence = ? WHERE delivery = ? AND recipient = ?")
			.params(report.evidence().name(), delivery.id(), report.recipient().id())
			.update();
	}

}
