package jp.kodama.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertChanged;
import jp.kodama.alert.State;
import jp.kodama.store.Urgent;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes deliveries of a released alert. That it is still to be done is written in the
 * commit that releases the alert, so a crash in between loses nothing; a large audience
 * is queued part by part, so that the first mail does not wait for the last row, nor an
 * urgent alert for either.
 */
@Component
class FanOut {

	/** Recipients of one commit: a few milliseconds' work. */
	private static final int PART = 1000;

	private final Planner planner;

	private final FanOutTable table;

	private final OutboxTable outbox;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final Set<String> atIt = ConcurrentHashMap.newKeySet();

	FanOut(Planner planner, FanOutTable table, OutboxTable outbox, TransactionOperations transactions, Clock clock) {
		this.planner = planner;
		this.table = table;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	@EventListener
	void remember(AlertChanged event) {
		if (event.to() == State.RELEASED) {
			this.table.remember(event.alert().identifier());
		}
	}

	/** Released alerts that nobody makes deliveries of: a crash came first. */
	List<String> forgotten() {
		return this.table.open(this.clock.instant()).stream().filter((alert) -> !this.atIt.contains(alert)).toList();
	}

	/**
	 * Queues the deliveries of an alert, as they are asked for: each is on disk before it
	 * is announced. None if that was done before, or somebody else is at it.
	 */
	Iterable<Announcement> deliveriesOf(String identifier) {
		if (!this.atIt.add(identifier)) {
			return List.of();
		}
		try {
			Alert alert = this.planner.alert(identifier);
			List<Planned> planned = this.planner.plan(alert, this.table.queued(identifier));
			return () -> new Parts(planned, (part, last) -> alert.urgent()
					? Urgent.write(() -> queue(identifier, part, last)) : queue(identifier, part, last),
					() -> this.atIt.remove(identifier));
		}
		catch (RuntimeException ex) {
			this.atIt.remove(identifier);
			throw ex;
		}
	}

	/** In one commit; how much goes into one. */
	static int part() {
		return PART;
	}

	private List<Announcement> queue(String identifier, List<Planned> part, boolean last) {
		return this.transactions.execute((tx) -> {
			if (!this.table.take(identifier, last, this.clock.instant())) {
				return List.of();
			}
			return part.stream()
				.filter((one) -> this.outbox.insert(one, this.clock.instant()))
				.map(Planned::announcement)
				.toList();
		});
	}

}
