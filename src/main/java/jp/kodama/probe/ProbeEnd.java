package jp.kodama.probe;

import java.util.List;
import java.util.Optional;

import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.State;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.delivery.RehearsalFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** After a walk: raises or lifts the alarm, and takes away what it left. */
@Component
class ProbeEnd {

	private static final Logger log = LoggerFactory.getLogger(ProbeEnd.class);

	private final AlertJournal journal;

	private final DeliveryBoard board;

	private final RehearsalFolder rehearsals;

	private final ApplicationEventPublisher events;

	ProbeEnd(AlertJournal journal, DeliveryBoard board, RehearsalFolder rehearsals, ApplicationEventPublisher events) {
		this.journal = journal;
		this.board = board;
		this.rehearsals = rehearsals;
		this.events = events;
	}

	void of(Walk walk, Optional<Walk> before) {
		if (!walk.fault().isEmpty()) {
			log.error("自動点検に異常があります / the self-test failed: {}", walk.fault());
			this.events.publishEvent(new ProbeFailed(walk));
		}
		else if (before.isPresent() && !before.get().fault().isEmpty()) {
			log.warn("自動点検は正常に戻りました / the self-test is well again");
		}
		if (!walk.alert().isEmpty()) {
			this.journal.move(walk.alert(), State.EXPIRED, Handling.PROBE, "the walk is over");
			// What a channel put out on its way is looked at only if it did not arrive.
			this.board.of(walk.alert()).stream().map(DeliveryView::delivery).forEach(this.rehearsals::forget);
		}
	}

	/** A policy that holds the telegram back would otherwise fill the officers' list. */
	void discard(List<String> held) {
		held.forEach((alert) -> this.journal.move(alert, State.DISCARDED, Handling.PROBE, "a self-test"));
	}

}
