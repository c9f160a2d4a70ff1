package jp.kodama.backchannel.aircheck;

import java.time.Clock;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.settings.BackchannelSettings.AirCheck;
import jp.kodama.delivery.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** What follows where a broadcast was not heard, as the settings say. */
@Component
class Aftermath {

	private static final Logger log = LoggerFactory.getLogger(Aftermath.class);

	private final CheckTable table;

	private final AirCheck settings;

	private final AlertJournal journal;

	private final Clock clock;

	Aftermath(CheckTable table, BackchannelSettings settings, AlertJournal journal, Clock clock) {
		this.table = table;
		this.settings = settings.airCheck();
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * A monitor has told of a delivery; once the last has, what follows is noted. Call in
	 * the commit that writes what it told, so that nothing can be lost between.
	 */
	void of(Delivery delivery) {
		List<Check> all = this.table.of(delivery.id(), delivery.attempt());
		boolean open = all.stream().anyMatch((one) -> one.state() == Check.State.WAITING);
		boolean lost = all.stream().anyMatch((one) -> one.state() == Check.State.NOT_HEARD);
		if (open || !lost) {
			return;
		}
		Alert alert = this.journal.find(delivery.alert()).map(JournalEntry::alert).orElseThrow();
		String follows = alert.urgent() ? this.settings.urgent() : this.settings.routine();
		log.warn("放送が聞こえません / not heard: {}; {}", delivery.id(), follows);
		boolean again = delivery.batch().equals(Unheard.BATCH);
		if (!follows.equals("alarm") && !again && alert.expires().toInstant().isAfter(this.clock.instant())) {
			this.table.follow(delivery, follows.equals("repeat") ? delivery.channel() : follows);
		}
	}

}
