package jp.kodama.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jp.kodama.alert.JournalEntry;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.delivery.RehearsalFolder;

import org.springframework.stereotype.Component;

/** What became of an alert, channel by channel. */
@Component
class Timeline {

	private final DeliveryBoard board;

	private final Channels channels;

	private final RehearsalFolder rehearsals;

	Timeline(DeliveryBoard board, Channels channels, RehearsalFolder rehearsals) {
		this.board = board;
		this.channels = channels;
		this.rehearsals = rehearsals;
	}

	List<DeliveryLine> of(JournalEntry entry) {
		List<DeliveryView> views = this.board.of(entry.alert().identifier());
		Instant released = views.stream().map(DeliveryView::created).min(Instant::compareTo).orElse(entry.since());
		return views.stream()
			.filter((view) -> this.channels.has(view.delivery().channel()))
			.map((view) -> line(view, released))
			.toList();
	}

	private DeliveryLine line(DeliveryView view, Instant released) {
		String channel = view.delivery().channel();
		return new DeliveryLine(this.channels.get(channel), view, Duration.between(released, view.updated()),
				view.delivery().rehearsal() ? this.rehearsals.artifacts(channel, view.delivery().id()) : List.of());
	}

}
