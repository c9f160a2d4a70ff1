package jp.kodama.delivery;

import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.audience.Recipient;

/** A delivery not yet queued. */
record Planned(Delivery delivery, String lane, List<Recipient> recipients) {

	static Planned of(Alert alert, ChannelSettings channel, String batch, boolean rehearsal,
			List<Recipient> recipients) {
		String id = Delivery.id(alert.identifier(), channel.id(), batch);
		return new Planned(new Delivery(id, alert.identifier(), channel.id(), batch, rehearsal, 0), channel.lane(alert),
				recipients);
	}

	/** How it is announced once it is queued. */
	Announcement announcement() {
		return new Announcement(this.delivery.id(), this.delivery.channel(), this.lane);
	}

}
