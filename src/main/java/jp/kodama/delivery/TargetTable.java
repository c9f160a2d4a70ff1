package jp.kodama.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.kodama.audience.Recipient;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recipients of each delivery and the best evidence there is of each. */
@Component
class TargetTable {

	/** Parameters of one statement; both stores take more. */
	private static final int AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final JdbcOperations batches;

	TargetTable(JdbcClient jdbc, JdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void add(String delivery, Collection<Recipient> recipients) {
		this.batches.batchUpdate("""
				INSERT INTO delivery_target (delivery, recipient, address, language, district, sample, evidence)
				VALUES (?, ?, ?, ?, ?, ?, 'QUEUED') ON CONFLICT DO NOTHING""", recipients, AT_ONCE, (row, one) -> {
			row.setString(1, delivery);
			row.setLong(2, one.id());
			row.setString(3, one.address());
			row.setString(4, one.language());
			row.setString(5, one.district());
			row.setInt(6, one.sample() ? 1 : 0);
		});
	}

	/** Those of whom nothing is known yet. */
	List<Recipient> pending(Delivery delivery) {
		// By place, not by name: a large audience is read here.
		return this.jdbc.sql("""
				SELECT recipient, address, language, district, sample FROM delivery_target
				WHERE delivery = ? AND evidence IN ('QUEUED', 'IN_DOUBT') ORDER BY recipient""")
			.param(delivery.id())
			.query((row, number) -> new Recipient(row.getLong(1), delivery.channel(), row.getString(2),
					row.getString(3), row.getString(4), row.getInt(5) == 1))
			.list();
	}

	/**
	 * What a try has shown. Whoever something is known of keeps it: what the provider
	 * said later may be here first.
	 */
	void report(Delivery delivery, List<Report> reports) {
		Map<Evidence, List<Long>> byEvidence = reports.stream()
			.collect(Collectors.groupingBy(Report::evidence,
					Collectors.mapping((report) -> report.recipient().id(), Collectors.toList())));
		byEvidence.forEach((evidence, ids) -> {
			for (int from = 0; from < ids.size(); from += AT_ONCE) {
				this.jdbc.sql("""
						UPDATE delivery_target SET evidence = :evidence WHERE delivery = :delivery
						AND recipient IN (:ids) AND evidence IN ('QUEUED', 'IN_DOUBT')""")
					.param("evidence", evidence.name())
					.param("delivery", delivery.id())
					.param("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
					.update();
			}
		});
	}

}
