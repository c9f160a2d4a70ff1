package jp.kodama.delivery;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What officers see of the outbox, and what they may decide there. */
@Component
public class DeliveryBoard {

	private final JdbcClient jdbc;

	private final OutboxTable outbox;

	private final Settlement settlement;

	private final ShownEvidence shown;

	DeliveryBoard(JdbcClient jdbc, OutboxTable outbox, Settlement settlement, ShownEvidence shown) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.settlement = settlement;
		this.shown = shown;
	}

	/**
	 * Something was learnt of a delivery after it was settled, such as that it was heard.
	 * It is kept; what is shown is decided by the evidence ladder ({@code evidence.csv}).
	 * Joins the caller's transaction.
	 * @param state in one word
	 * @param cause what an officer should know; may be empty
	 */
	public void learn(Delivery delivery, Report report, String state, String cause) {
		this.shown.learn(delivery, report);
		this.settlement.learn(delivery, report, state, cause);
	}

	/** One recipient of a delivery; empty if there is no such. */
	public Optional<Target> target(String delivery, long recipient) {
		return this.shown.target(delivery, recipient);
	}

	/** The deliveries of an alert, by channel and batch. */
	public List<DeliveryView> of(String alert) {
		List<DeliveryView> rows = this.jdbc.sql("SELECT * FROM delivery WHERE alert = ? ORDER BY channel, created, id")
			.param(alert)
			.query((row, number) -> new DeliveryView(
					new Delivery(row.getString("id"), row.getString("alert"), row.getString("channel"),
							row.getString("batch"), row.getInt("rehearsal") == 1, row.getInt("attempt")),
					DeliveryState.valueOf(row.getString("state")), row.getString("cause"), Map.of(),
					Instant.ofEpochMilli(row.getLong("created")), Instant.ofEpochMilli(row.getLong("updated"))))
			.list();
		// Counted after the rows were read: what is shown as done has its evidence.
		Map<String, Map<Evidence, Integer>> counts = counts(alert);
		return rows.stream()
			.map((one) -> new DeliveryView(one.delivery(), one.state(), one.cause(),
					counts.getOrDefault(one.delivery().id(), Map.of()), one.created(), one.updated()))
			.toList();
	}

	/** How many deliveries stand where, of all channels. */
	public Map<String, Map<DeliveryState, Integer>> load() {
		Map<String, Map<DeliveryState, Integer>> load = new HashMap<>();
		this.jdbc.sql("SELECT channel, state, COUNT(*) AS n FROM delivery GROUP BY channel, state").query((row) -> {
			load.computeIfAbsent(row.getString("channel"), (id) -> new EnumMap<>(DeliveryState.class))
				.put(DeliveryState.valueOf(row.getString("state")), row.getInt("n"));
		});
		return load;
	}

	/**
	 * An officer decides that a delivery in doubt is sent again.
	 * @throws IllegalArgumentException if there is no such delivery, or it is not in
	 * doubt
	 */
	public void sendAgain(String id, String by) {
		Delivery delivery = this.outbox.inDoubt(id)
			.orElseThrow(() -> new IllegalArgumentException("no such delivery in doubt: " + id));
		this.settlement.again(delivery, "再送の指示: " + by + " / sent again by " + by);
	}

	private Map<String, Map<Evidence, Integer>> counts(String alert) {
		Map<String, Map<Evidence, Integer>> counts = new HashMap<>();
		this.jdbc.sql("""
				SELECT t.delivery, t.evidence, COUNT(*) AS n FROM delivery_target t
				JOIN delivery d ON d.id = t.delivery WHERE d.alert = ? GROUP BY t.delivery, t.evidence""")
			.param(alert)
			.query((row) -> {
				counts.computeIfAbsent(row.getString("delivery"), (id) -> new EnumMap<>(Evidence.class))
					.put(Evidence.valueOf(row.getString("evidence")), row.getInt("n"));
			});
		return counts;
	}

}
