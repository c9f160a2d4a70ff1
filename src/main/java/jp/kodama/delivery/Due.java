package jp.kodama.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds what should be under way and is not: retries that are due, leftovers of a crash.
 */
@Component
class Due {

	/** More at once would only wait in the queues. */
	private static final int MOST = 1000;

	private static final Logger log = LoggerFactory.getLogger(Due.class);

	private final FanOut fanOut;

	private final Encores encores;

	private final OutboxTable outbox;

	private final TransactionOperations transactions;

	private final Clock clock;

	Due(FanOut fanOut, Encores encores, OutboxTable outbox, TransactionOperations transactions, Clock clock) {
		this.fanOut = fanOut;
		this.encores = encores;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** What to announce now. */
	List<Announcement> again() {
		List<Announcement> due = new ArrayList<>();
		this.fanOut.forgotten().forEach((alert) -> due.addAll(deliveriesOf(alert)));
		due.addAll(this.encores.due());
		if (this.outbox.anyDue(this.clock.instant())) {
			due.addAll(this.transactions.execute((tx) -> this.outbox.announce(this.clock.instant(), MOST)));
		}
		return due;
	}

	/** One alert that cannot be read must not hold up the others. */
	private List<Announcement> deliveriesOf(String alert) {
		try {
			return this.fanOut.deliveriesOf(alert);
		}
		catch (RuntimeException ex) {
			log.error("{}: released, and no deliveries can be made of it; it is tried again", alert, ex);
			return List.of();
		}
	}

}
