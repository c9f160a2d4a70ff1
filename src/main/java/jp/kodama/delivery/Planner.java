package jp.kodama.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.JournalEntry;
import jp.kodama.audience.Audience;
import jp.kodama.audience.Recipient;

import org.springframework.stereotype.Component;

/** Finds the deliveries of an alert: audience × channel × batch. */
@Component
class Planner {

	private final AlertJournal journal;

	private final Audience audience;

	private final Channels channels;

	Planner(AlertJournal journal, Audience audience, Channels channels) {
		this.journal = journal;
		this.audience = audience;
		this.channels = channels;
	}

	/** An alert that was released. */
	Alert alert(String identifier) {
		return this.journal.find(identifier)
			.map(JournalEntry::alert)
			.orElseThrow(() -> new IllegalStateException("not in the journal: " + identifier));
	}

	/**
	 * What is to be queued, in this order: the first batch of every channel before the
	 * second of any, and what speaks to everybody at once before single residents.
	 * @param before what a fan-out that was interrupted had queued, by channel
	 */
	List<Planned> plan(Alert alert, Map<String, Queued> before) {
		List<Planned> planned = new ArrayList<>();
		boolean quiet = alert.handling().codes().contains(Handling.TEXT_ONLY);
		for (ChannelSettings channel : this.channels.all()) {
			if (!quiet || !channel.voice()) {
				planned.addAll(plan(alert, channel, before.getOrDefault(channel.id(), Queued.NOTHING)));
			}
		}
		planned.sort(Comparator.<Planned>comparingInt((one) -> Integer.parseInt(one.delivery().batch()))
			.thenComparingInt((one) -> one.recipients().size()));
		return planned;
	}

	private List<Planned> plan(Alert alert, ChannelSettings channel, Queued before) {
		boolean rehearsal = alert.rehearsalOnly() || !channel.live();
		// By number, so that what an interrupted fan-out has queued is a beginning of it.
		List<Recipient> recipients = !channel.own().recipients() ? List.of(Recipient.everybody(channel.id()))
				: this.audience.of(alert, channel.id(), rehearsal)
					.stream()
					.sorted(Comparator.comparingLong(Recipient::id))
					.toList();
		recipients = recipients.stream().filter((one) -> one.id() > before.last()).toList();
		int size = Math.max(1, channel.own().batch());
		List<Planned> planned = new ArrayList<>();
		for (int from = 0, batch = before.batches(); from < recipients.size(); from += size, batch++) {
			planned.add(Planned.of(alert, channel, Integer.toString(batch), rehearsal,
					recipients.subList(from, Math.min(from + size, recipients.size()))));
		}
		return planned;
	}

	/**
	 * How far a fan-out had come on a channel.
	 *
	 * @param batches how many it had queued
	 * @param last the highest number of a recipient among them
	 */
	record Queued(int batches, long last) {

		static final Queued NOTHING = new Queued(0, Long.MIN_VALUE);

	}

}
