package jp.kodama.receipt;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.EvidenceReported;
import jp.kodama.delivery.LateReport;
import jp.kodama.delivery.Report;
import jp.kodama.delivery.Target;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a provider says of a message afterwards, in whatever order and however often,
 * becomes a receipt of the recipients that the message was for. One that comes before its
 * message is known is kept until then, over a restart.
 */
@Component
class LateReports {

	private final JdbcClient jdbc;

	private final DeliveryBoard board;

	private final EarlyReports early;

	private final AuditTrail trail;

	private final Clock clock;

	LateReports(JdbcClient jdbc, DeliveryBoard board, EarlyReports early, AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.board = board;
		this.early = early;
		this.trail = trail;
		this.clock = clock;
	}

	@EventListener
	void heard(LateReport report) {
		// Now no other node can settle the delivery between our looking and our keeping.
		this.trail.hold();
		List<Target> targets = targets(report);
		if (targets.isEmpty()) {
			this.early.keep(report, this.clock.instant());
		}
		targets.forEach((target) -> learn(target, report));
	}

	/** After the receipts of a try: what was said of its messages before it ended. */
	@EventListener
	@Order
	void settled(EvidenceReported event) {
		if (event.reports().stream().anyMatch((report) -> !report.providerId().isEmpty())) {
			this.early.take(event.delivery().channel(), event.reports())
				.forEach((report) -> targets(report).forEach((target) -> learn(target, report)));
		}
	}

	private void learn(Target target, LateReport report) {
		this.board.learn(target.delivery(), new Report(target.recipient(), report.evidence(), report.providerId(),
				report.detail() + "; " + report.at()), "REPORTED", "");
	}

	/** Whom the message was for: several if people share a number. */
	private List<Target> targets(LateReport report) {
		List<Map.Entry<String, Long>> places = this.jdbc
			.sql("SELECT DISTINCT delivery, recipient FROM receipt WHERE channel = ? AND provider_id = ? "
					+ "ORDER BY delivery, recipient")
			.params(report.channel(), report.providerId())
			.query((row, number) -> Map.entry(row.getString("delivery"), row.getLong("recipient")))
			.list();
		return places.stream().flatMap((one) -> this.board.target(one.getKey(), one.getValue()).stream()).toList();
	}

}
