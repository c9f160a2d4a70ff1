package jp.kodama.intake.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryState;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.delivery.RehearsalFolder;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became of an alert, for programs. */
@RestController
class DeliveriesApi {

	private final AlertJournal journal;

	private final DeliveryBoard board;

	private final Channels channels;

	private final RehearsalFolder rehearsals;

	DeliveriesApi(AlertJournal journal, DeliveryBoard board, Channels channels, RehearsalFolder rehearsals) {
		this.journal = journal;
		this.board = board;
		this.channels = channels;
		this.rehearsals = rehearsals;
	}

	@GetMapping("/api/v1/alerts/{identifier}/deliveries")
	@Operation(summary = "Its deliveries: where each stands, and the evidence there is")
	List<Map<String, Object>> of(@PathVariable String identifier) {
		JournalEntry entry = this.journal.find(identifier).orElseThrow(() -> new ApiProblems.NotHere(identifier));
		return this.board.of(identifier).stream().map((view) -> line(entry, view)).toList();
	}

	private Map<String, Object> line(JournalEntry entry, DeliveryView view) {
		Delivery delivery = view.delivery();
		String title = this.channels.has(delivery.channel()) ? this.channels.get(delivery.channel()).title()
				: delivery.channel();
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("id", delivery.id());
		line.put("channel", delivery.channel());
		line.put("title", title);
		line.put("kind", delivery.rehearsal() ? "rehearsal" : "live");
		line.put("state", view.state());
		line.put("evidence", view.counts());
		line.put("cause", view.cause());
		line.put("attempt", delivery.attempt());
		if (view.state() == DeliveryState.DONE) {
			Instant done = view.updated();
			line.put("handedOverAt", done.toString());
			line.put("millis", Duration.between(view.created(), done).toMillis());
		}
		line.put("queuedAt", view.created().toString());
		line.put("alert", entry.state());
		line.put("artifacts",
				delivery.rehearsal() ? this.rehearsals.artifacts(delivery.channel(), delivery.id()) : List.of());
		return line;
	}

}
