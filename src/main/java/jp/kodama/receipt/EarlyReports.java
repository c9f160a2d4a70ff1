package jp.kodama.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.LateReport;
import jp.kodama.delivery.Report;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports that came before the message they are about was known to us. They are kept,
 * each under a link of the audit chain, until it is. Call inside a transaction.
 */
@Component
class EarlyReports {

	/** As many parameters as every store takes in one statement, and some. */
	private static final int PART = 500;

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	EarlyReports(JdbcClient jdbc, AuditTrail trail) {
		this.jdbc = jdbc;
		this.trail = trail;
	}

	/** Keeps one. */
	void keep(LateReport report, Instant now) {
		AuditEntry link = this.trail.append("kodama", "report.EARLY", report.channel() + "/" + report.providerId(),
				"early report " + Digest.of(List.of(line(report))), now);
		this.jdbc.sql("""
				INSERT INTO early_report (number, channel, provider_id, evidence, detail, at, joined)
				VALUES (?, ?, ?, ?, ?, ?, 0)""")
			.params(link.number(), report.channel(), report.providerId(), report.evidence().name(), report.detail(),
					report.at().toEpochMilli())
			.update();
	}

	/** Those about messages that were just reported; none of them is early any more. */
	List<LateReport> take(String channel, List<Report> reports) {
		if (!any(channel)) {
			return List.of();
		}
		List<String> ids = reports.stream().map(Report::providerId).filter((id) -> !id.isEmpty()).distinct().toList();
		List<LateReport> taken = new ArrayList<>();
		for (int from = 0; from < ids.size(); from += PART) {
			taken.addAll(take(channel, Set.copyOf(ids.subList(from, Math.min(from + PART, ids.size())))));
		}
		return taken;
	}

	/** What the audit chain vouches for of one. */
	static String line(LateReport report) {
		return report.channel() + "|" + report.providerId() + "|" + report.evidence() + "|" + report.detail() + "|"
				+ report.at().toEpochMilli();
	}

	private boolean any(String channel) {
		return this.jdbc.sql("SELECT 1 FROM early_report WHERE channel = ? AND joined = 0 LIMIT 1")
			.param(channel)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	private List<LateReport> take(String channel, Set<String> ids) {
		List<Long> numbers = this.jdbc
			.sql("UPDATE early_report SET joined = 1 WHERE channel = :channel AND provider_id IN (:ids) AND joined = 0 "
					+ "RETURNING number")
			.param("channel", channel)
			.param("ids", ids)
			.query(Long.class)
			.list();
		return numbers.isEmpty() ? List.of()
				: this.jdbc.sql("SELECT * FROM early_report WHERE number IN (:numbers) ORDER BY number")
					.param("numbers", numbers.stream().sorted().collect(Collectors.toList()))
					.query((row, number) -> new LateReport(row.getString("channel"), row.getString("provider_id"),
							Evidence.valueOf(row.getString("evidence")), row.getString("detail"),
							Instant.ofEpochMilli(row.getLong("at"))))
					.list();
	}

}
