package jp.kodama.receipt;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.EvidenceReported;
import jp.kodama.delivery.Report;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes one receipt for each report, in the commit that settles the delivery. */
@Component
public class Receipts {

	private static final int AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final JdbcOperations batches;

	Receipts(JdbcClient jdbc, JdbcOperations batches, AuditTrail trail) {
		this.jdbc = jdbc;
		this.batches = batches;
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
		List<Seal> seals = event.reports().stream().map(Seal::of).toList();
		AuditEntry entry = this.trail.append("kodama", "delivery." + event.state(), delivery.id(),
				"attempt " + delivery.attempt() + ", recipients " + event.reports().size() + ", receipts "
						+ Digest.of(lines(event.reports(), seals))
						+ (event.cause().isEmpty() ? "" : ", " + Nameless.of(event.cause())),
				event.at());
		insert(entry.number() * 100_000, event, seals);
	}

	private static List<String> lines(List<Report> reports, List<Seal> seals) {
		return IntStream.range(0, reports.size()).mapToObj((at) -> {
			Report report = reports.get(at);
			return line(report.recipient().id(), seals.get(at).hash(), report.evidence().name(), report.providerId());
		}).toList();
	}

	/** What the audit chain vouches for of one receipt. */
	static String line(long recipient, String seal, String evidence, String providerId) {
		return recipient + "|" + seal + "|" + evidence + "|" + providerId;
	}

	private void insert(long first, EvidenceReported event, List<Seal> seals) {
		Delivery delivery = event.delivery();
		AtomicInteger place = new AtomicInteger();
		this.batches.batchUpdate(
				"""
						INSERT INTO receipt (number, delivery, alert, channel, recipient, address, evidence, provider_id, detail, salt, seal, at)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				event.reports(), AT_ONCE, (row, report) -> {
					Seal seal = seals.get(place.get());
					row.setLong(1, first + place.getAndIncrement());
					row.setString(2, delivery.id());
					row.setString(3, delivery.alert());
					row.setString(4, delivery.channel());
					row.setLong(5, report.recipient().id());
					row.setString(6, report.recipient().address());
					row.setString(7, report.evidence().name());
					row.setString(8, report.providerId());
					row.setString(9, report.detail());
					row.setString(10, seal.salt());
					row.setString(11, seal.hash());
					row.setLong(12, event.at().toEpochMilli());
				});
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
