package jp.kodama.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertChanged;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.audience.Audience;
import jp.kodama.audience.Recipient;
import jp.kodama.store.Urgent;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes deliveries of a released alert: audience × channel × batch. That it is still to
 * be done is written in the commit that releases the alert, so a crash in between loses
 * nothing.
 */
@Component
class FanOut {

	private final AlertJournal journal;

	private final Audience audience;

	private final Channels channels;

	private final OutboxTable outbox;

	private final TransactionOperations transactions;

	private final Clock clock;

	FanOut(AlertJournal journal, Audience audience, Channels channels, OutboxTable outbox,
			TransactionOperations transactions, Clock clock) {
		this.journal = journal;
		this.audience = audience;
		this.channels = channels;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	@EventListener
	void remember(AlertChanged event) {
		if (event.to() == State.RELEASED) {
			this.outbox.remember(event.alert().identifier());
		}
	}

	/** Released alerts that have no deliveries yet: a crash came first. */
	List<String> forgotten() {
		return this.outbox.forgotten();
	}

	/** Queues the deliveries of an alert; none if that was done before. */
	List<Announcement> deliveriesOf(String identifier) {
		Alert alert = this.journal.find(identifier)
			.map(JournalEntry::alert)
			.orElseThrow(() -> new IllegalStateException("not in the journal: " + identifier));
		List<Planned> planned = new ArrayList<>();
		boolean quiet = alert.handling().codes().contains(Handling.TEXT_ONLY);
		for (ChannelSettings channel : this.channels.all()) {
			if (!quiet || !channel.voice()) {
				planned.addAll(plan(alert, channel));
			}
		}
		return alert.urgent() ? Urgent.write(() -> queue(identifier, planned)) : queue(identifier, planned);
	}

	private List<Announcement> queue(String identifier, List<Planned> planned) {
		return this.transactions.execute((tx) -> {
			if (!this.outbox.fanOut(identifier)) {
				return List.of();
			}
			Instant now = this.clock.instant();
			return planned.stream()
				.filter((one) -> this.outbox.insert(one, now))
				.map((one) -> new Announcement(one.delivery().id(), one.delivery().channel(), one.lane()))
				.toList();
		});
	}

	private List<Planned> plan(Alert alert, ChannelSettings channel) {
		boolean rehearsal = alert.rehearsalOnly() || !channel.live();
		List<Recipient> recipients = channel.own().recipients() ? this.audience.of(alert, channel.id(), rehearsal)
				: List.of(Recipient.everybody(channel.id()));
		int size = Math.max(1, channel.own().batch());
		List<Planned> planned = new ArrayList<>();
		for (int from = 0, batch = 0; from < recipients.size(); from += size, batch++) {
			planned.add(Planned.of(alert, channel, Integer.toString(batch), rehearsal,
					recipients.subList(from, Math.min(from + size, recipients.size()))));
		}
		return planned;
	}

	/** A delivery not yet queued. */
	record Planned(Delivery delivery, String lane, List<Recipient> recipients) {

		static Planned of(Alert alert, ChannelSettings channel, String batch, boolean rehearsal,
				List<Recipient> recipients) {
			String id = Delivery.id(alert.identifier(), channel.id(), batch);
			return new Planned(new Delivery(id, alert.identifier(), channel.id(), batch, rehearsal, 0),
					channel.lane(alert), recipients);
		}

	}

}
