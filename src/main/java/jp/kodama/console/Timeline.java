package jp.kodama.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jp.kodama.alert.JournalEntry;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.delivery.RehearsalFolder;

import org.springframework.stereotype.Component;

/** What became of an alert, channel by channel. */
@Component
class Timeline {

	private static final int LINKED = 5;

	private final DeliveryBoard board;

	private final Channels channels;

	private final RehearsalFolder rehearsals;

	Timeline(DeliveryBoard board, Channels channels, RehearsalFolder rehearsals) {
		this.board = board;
		this.channels = channels;
		this.rehearsals = rehearsals;
	}

	/** One line for each channel. */
	List<DeliveryLine> of(JournalEntry entry) {
		List<DeliveryView> views = this.board.of(entry.alert().identifier());
		Instant released = views.stream().map(DeliveryView::created).min(Instant::compareTo).orElse(entry.since());
		Map<String, List<DeliveryView>> byChannel = views.stream()
			.filter((view) -> this.channels.has(view.delivery().channel()))
			.collect(Collectors.groupingBy((view) -> view.delivery().channel(), TreeMap::new, Collectors.toList()));
		return byChannel.entrySet().stream().map((one) -> line(one.getKey(), one.getValue(), released)).toList();
	}

	private DeliveryLine line(String channel, List<DeliveryView> views, Instant released) {
		Instant changed = views.stream().map(DeliveryView::updated).max(Instant::compareTo).orElse(released);
		List<String> rehearsed = views.stream()
			.map(DeliveryView::delivery)
			.filter((one) -> one.rehearsal() && !this.rehearsals.artifacts(channel, one.id()).isEmpty())
			.map(Delivery::id)
			.limit(LINKED)
			.toList();
		return new DeliveryLine(this.channels.get(channel), views, Duration.between(released, changed), rehearsed);
	}

}
