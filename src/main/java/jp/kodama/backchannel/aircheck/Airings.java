package jp.kodama.backchannel.aircheck;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.JournalEntry;
import jp.kodama.approval.Areas;
import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.EvidenceReported;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes, in the commit that settles a voice channel's delivery, that it must be heard
 * back at every monitor that covers its zone. A rehearsal is waited for only where
 * rehearsals are heard, and what is meant only elsewhere.
 */
@Component
class Airings {

	private static final int REMEMBERED = 12;

	private final BackchannelSettings settings;

	private final Channels channels;

	private final AlertJournal journal;

	private final CheckTable table;

	private final Tapes tapes;

	private final AiredSounds sounds;

	private final Deque<Airing> lately = new ConcurrentLinkedDeque<>();

	private final Map<String, Aired> prepared = new ConcurrentHashMap<>();

	Airings(BackchannelSettings settings, Channels channels, AlertJournal journal, CheckTable table, Tapes tapes,
			AiredSounds sounds) {
		this.settings = settings;
		this.channels = channels;
		this.journal = journal;
		this.table = table;
		this.tapes = tapes;
		this.sounds = sounds;
		for (String follows : List.of(settings.airCheck().urgent(), settings.airCheck().routine())) {
			if (!List.of("alarm", "repeat").contains(follows) && !channels.has(follows)) {
				throw new IllegalStateException(BackchannelSettings.FILE
						+ ": kodama.backchannel.air-check: alarm, repeat or the id of an enabled channel, not '"
						+ follows + "'");
			}
		}
	}

	@EventListener
	void aired(EvidenceReported event) {
		Delivery delivery = event.delivery();
		if (!event.state().equals("DONE") || !this.channels.has(delivery.channel())
				|| !this.channels.get(delivery.channel()).voice()) {
			return;
		}
		Optional<Alert> alert = this.journal.find(delivery.alert()).map(JournalEntry::alert);
		if (alert.isEmpty() || alert.get().handling().source().equals(Handling.PROBE)) {
			return;
		}
		this.settings.monitors().forEach((id, monitor) -> {
			if (covers(monitor, alert.get(), delivery)) {
				this.table.insert(delivery, id, event.at());
			}
		});
		this.lately.addFirst(new Airing(delivery, event.at(), this.tapes.positions()));
		while (this.lately.size() > REMEMBERED) {
			this.prepared.remove(this.lately.removeLast().id());
		}
	}

	private static boolean covers(Monitor monitor, Alert alert, Delivery delivery) {
		List<String> districts = Areas.districts(alert);
		return monitor.enabled() && monitor.rehearsal() == delivery.rehearsal() && (monitor.zones().isEmpty()
				|| districts.isEmpty() || monitor.zones().stream().anyMatch(districts::contains));
	}

	/** What was aired lately, newest first. */
	List<Aired> lately() {
		return this.lately.stream().map(this::prepared).toList();
	}

	/** An airing of this run; empty if it was before a restart. */
	Optional<Aired> of(Delivery delivery) {
		String id = delivery.id() + "#" + delivery.attempt();
		return this.lately.stream().filter((one) -> one.id().equals(id)).findFirst().map(this::prepared);
	}

	private Aired prepared(Airing airing) {
		return this.prepared.computeIfAbsent(airing.id(), (id) -> this.sounds.of(airing));
	}

}
