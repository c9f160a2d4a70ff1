package jp.kodama.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertChanged;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.State;
import jp.kodama.audience.Recipient;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When an alert ends, what has not left stops, and channels that show a state are
 * refreshed, so that no screen goes on showing it.
 */
@Component("expiry")
class Endings {

	private static final String BY = "kodama";

	private final AlertJournal journal;

	private final Settlement settlement;

	private final OutboxTable outbox;

	private final Channels channels;

	private final Clock clock;

	Endings(AlertJournal journal, Settlement settlement, OutboxTable outbox, Channels channels, Clock clock) {
		this.journal = journal;
		this.settlement = settlement;
		this.outbox = outbox;
		this.channels = channels;
		this.clock = clock;
	}

	/** Ends the alerts whose time is over. */
	void end() {
		this.journal.overdue(this.clock.instant())
			.forEach((alert) -> this.journal.move(alert.identifier(), State.EXPIRED, BY, "expires"));
	}

	@EventListener
	void stop(AlertChanged event) {
		if (event.from() != State.RELEASED) {
			return;
		}
		DeliveryState state = (event.to() == State.EXPIRED) ? DeliveryState.EXPIRED : DeliveryState.SUPERSEDED;
		this.outbox.waiting(event.alert().identifier())
			.forEach((delivery) -> this.settlement.end(delivery, state, event.reason()));
		if (event.to() == State.EXPIRED && !event.alert().handling().source().equals(Handling.PROBE)) {
			refresh(event.alert());
		}
	}

	private void refresh(Alert alert) {
		Instant now = this.clock.instant();
		for (ChannelSettings channel : this.channels.all()) {
			if (channel.own().standing()) {
				boolean rehearsal = alert.rehearsalOnly() || !channel.live();
				Planned refresh = Planned.of(alert, channel, Delivery.EXPIRY, rehearsal,
						List.of(Recipient.everybody(channel.id())));
				this.outbox.insert(refresh, now.minusMillis(OutboxTable.ANNOUNCED_MILLIS));
			}
		}
	}

}
