package jp.kodama.delivery;

import java.util.Optional;

import jp.kodama.audience.Recipient;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is shown of a recipient; whatever is learnt later goes through the ladder. */
@Component
class ShownEvidence {

	private final JdbcClient jdbc;

	ShownEvidence(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes in one more piece of evidence; nothing if there is no such recipient. Call
	 * inside a transaction.
	 */
	void learn(Delivery delivery, Report report) {
		Optional<Evidence> known = known(delivery.id(), report.recipient().id());
		while (known.isPresent()) {
			Evidence shown = EvidenceLadder.shown(known.get(), report.evidence());
			if (shown == known.get() || change(delivery.id(), report.recipient().id(), known.get(), shown)) {
				return;
			}
			// Another node learnt something meanwhile.
			known = known(delivery.id(), report.recipient().id());
		}
	}

	/** A delivery and one of its recipients. */
	Optional<Target> target(String delivery, long recipient) {
		return this.jdbc.sql("""
				SELECT d.alert, d.channel, d.batch, d.rehearsal, d.attempt, t.* FROM delivery d
				JOIN delivery_target t ON t.delivery = d.id WHERE d.id = ? AND t.recipient = ?""")
			.params(delivery, recipient)
			.query((row, number) -> new Target(
					new Delivery(delivery, row.getString("alert"), row.getString("channel"), row.getString("batch"),
							row.getInt("rehearsal") == 1, row.getInt("attempt")),
					new Recipient(recipient, row.getString("channel"), row.getString("address"),
							row.getString("language"), row.getString("district"), row.getInt("sample") == 1)))
			.optional();
	}

	private Optional<Evidence> known(String delivery, long recipient) {
		return this.jdbc.sql("SELECT evidence FROM delivery_target WHERE delivery = ? AND recipient = ?")
			.params(delivery, recipient)
			.query((row, number) -> Evidence.valueOf(row.getString("evidence")))
			.optional();
	}

	private boolean change(String delivery, long recipient, Evidence known, Evidence shown) {
		return this.jdbc
			.sql("UPDATE delivery_target SET evidence = ? WHERE delivery = ? AND recipient = ? AND evidence = ?")
			.params(shown.name(), delivery, recipient, known.name())
			.update() == 1;
	}

}
