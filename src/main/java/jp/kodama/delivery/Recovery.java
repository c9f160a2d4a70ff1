package jp.kodama.delivery;

import java.time.Clock;

import jp.kodama.alert.AlertJournal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Before anything is sent: what this node had in hand when it died. It may have left or
 * not. Where a repeat does no harm, or the alert is urgent, it is repeated; the rest
 * waits for a person.
 */
@Component
class Recovery {

	private static final Logger log = LoggerFactory.getLogger(Recovery.class);

	private final OutboxTable outbox;

	private final Settlement settlement;

	private final Channels channels;

	private final AlertJournal journal;

	private final Clock clock;

	private final String node;

	Recovery(OutboxTable outbox, Settlement settlement, Channels channels, AlertJournal journal, Clock clock,
			@Value("${kodama.node}") String node) {
		this.outbox = outbox;
		this.settlement = settlement;
		this.channels = channels;
		this.journal = journal;
		this.clock = clock;
		this.node = node;
	}

	void recover() {
		this.outbox.forgetAnnouncements();
		for (Delivery delivery : this.outbox.abandoned(this.node, this.clock.instant())) {
			if (harmless(delivery)) {
				log.warn("{}: in hand at the last stop; again", delivery.id());
				this.settlement.again(delivery, "送出中に停止したため再送 / in hand when the engine stopped; repeated");
			}
			else {
				log.warn("{}: in hand at the last stop; in doubt", delivery.id());
				this.settlement.end(delivery, DeliveryState.IN_DOUBT, "送出中に停止 / in hand when the engine stopped");
			}
		}
	}

	private boolean harmless(Delivery delivery) {
		boolean idempotent = !this.channels.has(delivery.channel())
				|| this.channels.get(delivery.channel()).own().idempotent();
		return delivery.rehearsal() || idempotent
				|| this.journal.find(delivery.alert()).map((entry) -> entry.alert().urgent()).orElse(false);
	}

}
