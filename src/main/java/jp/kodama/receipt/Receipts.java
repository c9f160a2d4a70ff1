package jp.kodama.receipt;

import java.time.Instant;
import java.util.List;

import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.EvidenceReported;
import jp.kodama.delivery.Report;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes one receipt for each report, in the commit that settles the delivery. */
@Component
public class Receipts {

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	Receipts(JdbcClient jdbc, AuditTrail trail) {
		this.jdbc = jdbc;
		this.trail = trail;
	}

	/** All evidence about an alert, oldest first. */
	public List<Receipt> of(String alert) {
		return this.jdbc.sql("SELECT * FROM receipt WHERE alert = ? ORDER BY number")
			.param(alert)
			.query((row, number) -> new Receipt(row.getLong("number"), row.getString("delivery"),
					row.getString("address"), Evidence.valueOf(row.getString("evidence")),
					row.getString("provider_id") + " " + row.getString("detail"),
					Instant.ofEpochMilli(row.getLong("at"))))
			.list();
	}

	/** Before whoever looks for what was said earlier of the same messages. */
	@EventListener
	@Order(0)
	void write(EvidenceReported event) {
		Delivery delivery = event.delivery();
		AuditEntry entry = this.trail.append("kodama", "delivery." + event.state(), delivery.id(),
				"attempt " + delivery.attempt() + ", recipients " + event.reports().size() + ", receipts "
						+ Digest.of(event.reports().stream().map(Receipts::line).toList())
						+ (event.cause().isEmpty() ? "" : ", " + event.cause()),
				event.at());
		int place = 0;
		for (Report report : event.reports()) {
			insert(entry.number() * 100_000 + place++, delivery, report, event.at());
		}
	}

	/** What the audit chain vouches for of one receipt. */
	static String line(Report report) {
		return report.recipient().id() + "|" + report.recipient().address() + "|" + report.evidence() + "|"
				+ report.providerId() + "|" + report.detail();
	}

	private void insert(long number, Delivery delivery, Report report, Instant at) {
		this.jdbc
			.sql("""
					INSERT INTO receipt (number, delivery, alert, channel, recipient, address, evidence, provider_id, detail, at)
					VALUES (:number, :delivery, :alert, :channel, :recipient, :address, :evidence, :provider, :detail, :at)""")
			.param("number", number)
			.param("delivery", delivery.id())
			.param("alert", delivery.alert())
			.param("channel", delivery.channel())
			.param("recipient", report.recipient().id())
			.param("address", report.recipient().address())
			.param("evidence", report.evidence().name())
			.param("provider", report.providerId())
			.param("detail", report.detail())
			.param("at", at.toEpochMilli())
			.update();
	}

	/**
	 * A piece of evidence.
	 *
	 * @param number its place; the audit row that vouches for it, times 100,000, and more
	 * @param delivery of which delivery
	 * @param address about whom
	 * @param evidence what is known
	 * @param detail the provider's number and words
	 * @param at since when
	 */
	public record Receipt(long number, String delivery, String address, Evidence evidence, String detail, Instant at) {
	}

}
