package jp.kodama.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

	private final Map<String, Trouble> troubled = new ConcurrentHashMap<>();

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
		List<String> forgotten = this.fanOut.forgotten();
		this.troubled.keySet().retainAll(forgotten);
		forgotten.forEach((alert) -> deliveriesOf(alert, due));
		due.addAll(this.encores.due());
		if (this.outbox.anyDue(this.clock.instant())) {
			due.addAll(this.transactions.execute((tx) -> this.outbox.announce(this.clock.instant(), MOST)));
		}
		return due;
	}

	/**
	 * One alert that cannot be read must not hold up the others, nor fill the log: it is
	 * tried less and less often.
	 */
	private void deliveriesOf(String alert, List<Announcement> due) {
		Instant now = this.clock.instant();
		Trouble before = this.troubled.getOrDefault(alert, Trouble.NONE);
		if (now.isBefore(before.next())) {
			return;
		}
		try {
			this.fanOut.deliveriesOf(alert).forEach(due::add);
		}
		catch (RuntimeException ex) {
			Trouble trouble = before.again(now);
			this.troubled.put(alert, trouble);
			log.error("{}: released, and no deliveries can be made of it; tried again in {} ms (try {})", alert,
					Duration.between(now, trouble.next()).toMillis(), trouble.tries(), ex);
		}
	}

	/** How often it was tried in vain, and when it may be tried again. */
	private record Trouble(int tries, Instant next) {

		static final Trouble NONE = new Trouble(0, Instant.EPOCH);

		private static final Duration LONGEST = Duration.ofMinutes(1);

		Trouble again(Instant now) {
			Duration wait = Duration.ofMillis(500L << Math.min(this.tries, 7));
			return new Trouble(this.tries + 1, now.plus((wait.compareTo(LONGEST) < 0) ? wait : LONGEST));
		}

	}

}
