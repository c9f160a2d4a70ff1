package jp.kodama.receipt;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jp.kodama.audience.ResidentErased;
import jp.kodama.delivery.TargetErasure;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a resident's addresses out of receipts and deliveries. What was sent and became
 * of it stays, and the audit chain stays whole.
 */
@Component
class Erasure {

	static final String ACTION = "resident.ERASED";

	private static final String RECIPIENTS = "recipients ";

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final TargetErasure targets;

	Erasure(JdbcClient jdbc, AuditTrail trail, TargetErasure targets) {
		this.jdbc = jdbc;
		this.trail = trail;
		this.targets = targets;
	}

	/** Joins the transaction that erases the resident. */
	@EventListener
	void erase(ResidentErased event) {
		for (long recipient : event.recipients()) {
			List<String> deliveries = this.jdbc.sql("SELECT DISTINCT delivery FROM receipt WHERE recipient = ?")
				.param(recipient)
				.query(String.class)
				.list();
			this.targets.erase(recipient, deliveries);
			this.jdbc.sql("UPDATE receipt SET address = '', detail = '', salt = '' WHERE recipient = ? AND seal <> ''")
				.param(recipient)
				.update();
		}
		this.trail.append(event.by(), ACTION, event.number(),
				RECIPIENTS + event.recipients().stream().map(String::valueOf).collect(Collectors.joining(" ")) + ": "
						+ event.why(),
				event.at());
	}

	/** The recipients that a link of the chain says were erased. */
	static List<Long> recipients(String detail) {
		String numbers = detail.substring(Math.min(RECIPIENTS.length(), detail.length()),
				Math.max(detail.indexOf(':'), Math.min(RECIPIENTS.length(), detail.length())));
		return Arrays.stream(numbers.split(" ")).filter((one) -> one.matches("\\d{1,18}")).map(Long::valueOf).toList();
	}

}
