package jp.kodama.delivery;

import java.time.Clock;
import java.util.List;

import jp.kodama.alert.AlertJournal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a node had in hand when it died. It may have left or not. Where a repeat does no
 * harm, or the alert is urgent, it is repeated; the rest waits for a person.
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

	/** This node, before it sends anything. */
	void recover() {
		this.outbox.forgetAnnouncements();
		take(this.outbox.left(this.node));
	}

	/** Says that this node lives, and takes up what a node that does not had in hand. */
	void watch() {
		this.outbox.renew(this.node, this.clock.instant());
		take(this.outbox.lapsed(this.node, this.clock.instant()));
	}

	private void take(List<Delivery> abandoned) {
		for (Delivery delivery : abandoned) {
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
