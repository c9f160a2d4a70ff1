package jp.kodama.channel.radio;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.delivery.Encore;
import jp.kodama.delivery.EvidenceReported;
import jp.kodama.rendering.Composition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says an alert again while it is in force, as often as {@code order.yaml} says, counted
 * from when it was last aired. Batteries that run low bear no repeats.
 */
@Component
class SaidAgain implements Encore {

	private static final Logger log = LoggerFactory.getLogger(SaidAgain.class);

	static final String CHANNEL = "radio";

	/** A delivery's batch when it says an alert again, with the number behind. */
	private static final String BATCH = "again-";

	private final AirTable table;

	private final AirOrder order;

	private final Zones zones;

	private final Batteries batteries;

	private final AlertJournal journal;

	private final Clock clock;

	SaidAgain(AirTable table, AirOrder order, Zones zones, Batteries batteries, AlertJournal journal, Clock clock) {
		this.table = table;
		this.order = order;
		this.zones = zones;
		this.batteries = batteries;
		this.journal = journal;
		this.clock = clock;
	}

	/** Inside the transaction that settles the delivery. */
	@EventListener
	void note(EvidenceReported event) {
		if (!event.delivery().channel().equals(CHANNEL) || !event.state().equals("DONE")) {
			return;
		}
		Optional<Alert> aired = inForce(event.delivery().alert(), event.at());
		if (aired.isEmpty()) {
			this.table.noMore(event.delivery().alert());
			return;
		}
		Alert alert = aired.get();
		if (!event.delivery().rehearsal()) {
			List<Zone> heard = this.zones.of(alert);
			this.zones.all()
				.stream()
				.filter((zone) -> heard.stream().anyMatch((one) -> one.reaches(zone)))
				.forEach((zone) -> this.table.aired(event.delivery().id(), zone.id(), event.at()));
		}
		AirOrder.Again again = this.order.row(alert).again();
		int next = said(event.delivery().batch()) + 1;
		if (next <= again.times() && ScriptWriter.emergency(alert, alert.main())
				&& !alert.handling().source().equals(Handling.PROBE)) {
			this.table.again(new AirTable.Next(alert.identifier(), next, event.at().plus(again.every())));
		}
		else {
			this.table.noMore(alert.identifier());
		}
	}

	/** Which time this is: 0 the first, 1 the first time again … */
	static int number(Composition composition) {
		return said(composition.deliveryId().replaceFirst(".*\\.", ""));
	}

	private static int said(String batch) {
		return batch.matches(BATCH + "\\d+") ? Integer.parseInt(batch.substring(BATCH.length())) : 0;
	}

	@Override
	public List<Repeat> due() {
		Instant now = this.clock.instant();
		List<Repeat> due = new ArrayList<>();
		for (AirTable.Next next : this.table.again(now)) {
			Repeat repeat = new Repeat(next.alert(), CHANNEL, BATCH + next.number());
			Optional<Alert> alert = inForce(next.alert(), now);
			Optional<String> saving = alert.flatMap((one) -> this.batteries.saving(this.zones.of(one)));
			saving.ifPresent((zone) -> log.info("{}: not said again, the batteries of {} are low", next.alert(), zone));
			due.add((alert.isPresent() && saving.isEmpty()) ? repeat : repeat.dropped());
		}
		return due;
	}

	@Override
	public void taken(Repeat repeat) {
		this.table.noMore(repeat.alert());
	}

	private Optional<Alert> inForce(String identifier, Instant at) {
		return this.journal.find(identifier)
			.filter((entry) -> entry.state() == State.RELEASED)
			.map(JournalEntry::alert)
			.filter((alert) -> alert.expires().toInstant().isAfter(at));
	}

}
