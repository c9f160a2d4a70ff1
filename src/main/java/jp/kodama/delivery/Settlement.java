package jp.kodama.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.audience.Recipient;
import jp.kodama.store.Urgent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes what became of a delivery: its row, its recipients, its evidence, in one commit.
 */
@Component
class Settlement {

	private final OutboxTable outbox;

	private final TargetTable targets;

	private final Channels channels;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Settlement(OutboxTable outbox, TargetTable targets, Channels channels, TransactionOperations transactions,
			ApplicationEventPublisher events, Clock clock) {
		this.outbox = outbox;
		this.targets = targets;
		this.channels = channels;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	Optional<Delivery> claim(String id, String node) {
		return Urgent.write(() -> this.transactions.execute((tx) -> this.outbox.claim(id, node, this.clock.instant())));
	}

	List<Recipient> pending(Delivery delivery) {
		return this.targets.pending(delivery);
	}

	/**
	 * Writes an outcome down.
	 * @param over how it ends if it would have to be tried again, because its alert is
	 * over; null while it is not
	 */
	void settle(Delivery delivery, Outcome outcome, @Nullable DeliveryState over) {
		this.transactions.executeWithoutResult((tx) -> {
			List<Recipient> rest = apply(delivery, outcome.reports());
			if (outcome instanceof Outcome.RetryLater later && !rest.isEmpty() && over == null) {
				Duration wait = this.channels.get(delivery.channel()).own().retry().after(delivery.attempt());
				Duration longest = (later.after().compareTo(wait) > 0) ? later.after() : wait;
				write(delivery, DeliveryState.QUEUED, later.cause(), longest, outcome.reports());
				return;
			}
			DeliveryState state = state(outcome, over, rest.isEmpty());
			String cause = cause(outcome);
			List<Report> last = rest.stream()
				.map((one) -> new Report(one, evidence(delivery, state), "", cause))
				.toList();
			this.targets.report(delivery, last);
			write(delivery, state, cause, Duration.ZERO,
					java.util.stream.Stream.concat(outcome.reports().stream(), last.stream()).toList());
		});
	}

	/**
	 * Ends a delivery that will not be tried any more. Joins the caller's transaction.
	 */
	void end(Delivery delivery, DeliveryState state, String cause) {
		this.transactions.executeWithoutResult((tx) -> {
			List<Report> reports = this.targets.pending(delivery)
				.stream()
				.map((one) -> new Report(one, state.evidence(), "", cause))
				.toList();
			if (write(delivery, state, cause, Duration.ZERO, reports)) {
				this.targets.report(delivery, reports);
			}
		});
	}

	/** Writes down what is known of a delivery that is under way. */
	void note(Delivery delivery, List<Report> reports) {
		this.transactions.executeWithoutResult((tx) -> {
			this.targets.report(delivery, reports);
			this.events.publishEvent(
					new EvidenceReported(delivery, DeliveryState.SENDING.name(), "", reports, this.clock.instant()));
		});
	}

	/** Queues it again at once, whoever was asked having said so. */
	void again(Delivery delivery, String cause) {
		this.transactions
			.executeWithoutResult((tx) -> write(delivery, DeliveryState.QUEUED, cause, Duration.ZERO, List.of()));
	}

	/** Tells what was learnt later. Joins the caller's transaction. */
	void learn(Delivery delivery, Report report, String state, String cause) {
		this.events.publishEvent(new EvidenceReported(delivery, state, cause, List.of(report), this.clock.instant()));
	}

	/** Applies reports and answers of whom nothing is known still. */
	private List<Recipient> apply(Delivery delivery, List<Report> reports) {
		this.targets.report(delivery, reports);
		Set<Long> known = reports.stream().map((report) -> report.recipient().id()).collect(Collectors.toSet());
		return this.targets.pending(delivery).stream().filter((one) -> !known.contains(one.id())).toList();
	}

	/**
	 * Changes the row unless another has taken it up since; what a wire reported is
	 * evidence all the same.
	 */
	private boolean write(Delivery delivery, DeliveryState state, String cause, Duration wait, List<Report> reports) {
		Instant now = this.clock.instant();
		boolean ours = this.outbox.settle(delivery, state, cause, now.plus(wait), now);
		if (ours || !reports.isEmpty()) {
			this.events.publishEvent(new EvidenceReported(delivery, state.name(), cause, reports, now));
		}
		return ours;
	}

	private static DeliveryState state(Outcome outcome, @Nullable DeliveryState over, boolean nobodyLeft) {
		if (outcome instanceof Outcome.HandedOver || nobodyLeft) {
			return DeliveryState.DONE;
		}
		return (outcome instanceof Outcome.RetryLater && over != null) ? over : DeliveryState.FAILED;
	}

	/** Nothing of a rehearsal ever counts as handed over. */
	private static Evidence evidence(Delivery delivery, DeliveryState state) {
		return (state == DeliveryState.DONE && delivery.rehearsal()) ? Evidence.REHEARSED : state.evidence();
	}

	private static String cause(Outcome outcome) {
		if (outcome instanceof Outcome.RetryLater later) {
			return later.cause();
		}
		return (outcome instanceof Outcome.Rejected rejected) ? rejected.cause() : "";
	}

}
