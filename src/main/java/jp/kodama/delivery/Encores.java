package jp.kodama.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.audience.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Queues what channels put out again. */
@Component
class Encores {

	private static final Logger log = LoggerFactory.getLogger(Encores.class);

	private final List<Encore> encores;

	private final AlertJournal journal;

	private final Channels channels;

	private final OutboxTable outbox;

	private final TransactionOperations transactions;

	private final Clock clock;

	Encores(List<Encore> encores, AlertJournal journal, Channels channels, OutboxTable outbox,
			TransactionOperations transactions, Clock clock) {
		this.encores = encores;
		this.journal = journal;
		this.channels = channels;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** What was queued by this. One that fails does not hold up the others. */
	List<Announcement> due() {
		List<Announcement> queued = new ArrayList<>();
		for (Encore encore : this.encores) {
			for (Encore.Repeat repeat : due(encore)) {
				try {
					queued.addAll(queue(encore, repeat));
				}
				catch (RuntimeException ex) {
					log.error("{}: cannot be put out again on {}; it is tried again", repeat.alert(), repeat.channel(),
							ex);
				}
			}
		}
		return queued;
	}

	private static List<Encore.Repeat> due(Encore encore) {
		try {
			return encore.due();
		}
		catch (RuntimeException ex) {
			log.error("{} cannot tell what is to be put out again; it is asked again", encore, ex);
			return List.of();
		}
	}

	private List<Announcement> queue(Encore encore, Encore.Repeat repeat) {
		return this.transactions.execute((tx) -> {
			encore.taken(repeat);
			if (!repeat.wanted() || !this.channels.has(repeat.channel())) {
				return List.of();
			}
			Alert alert = this.journal.find(repeat.alert()).orElseThrow().alert();
			ChannelSettings channel = this.channels.get(repeat.channel());
			Planned planned = Planned.of(alert, channel, repeat.batch(), alert.rehearsalOnly() || !channel.live(),
					List.of(Recipient.everybody(channel.id())));
			return this.outbox.insert(planned, this.clock.instant())
					? List.of(new Announcement(planned.delivery().id(), channel.id(), planned.lane())) : List.of();
		});
	}

}
