package jp.kodama.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Board;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Renderer;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Carries one delivery through a try: claim, compose, hand to the wire, settle. */
@Component
class Courier implements Progress {

	private static final Logger log = LoggerFactory.getLogger(Courier.class);

	private final Settlement settlement;

	private final AlertJournal journal;

	private final Channels channels;

	private final Renderer renderer;

	private final Clock clock;

	private final String node;

	Courier(Settlement settlement, AlertJournal journal, Channels channels, Renderer renderer, Clock clock,
			@Value("${kodama.node}") String node) {
		this.settlement = settlement;
		this.journal = journal;
		this.channels = channels;
		this.renderer = renderer;
		this.clock = clock;
		this.node = node;
	}

	/**
	 * Takes an announced delivery.
	 * @return null if there is nothing to do: another has it, or its alert is over
	 */
	@Nullable Delivery claim(@Body String id) {
		Optional<Delivery> claimed = this.settlement.claim(id, this.node);
		if (claimed.isEmpty()) {
			return null;
		}
		Delivery delivery = claimed.get();
		DeliveryState over = over(delivery);
		if (over != null) {
			this.settlement.end(delivery, over, "");
			return null;
		}
		return delivery;
	}

	/** Makes the bytes, for those recipients of whom nothing is known yet. */
	Parcel compose(@Body Delivery delivery) {
		Alert alert = alert(delivery).alert();
		ChannelSettings channel = this.channels.get(delivery.channel());
		Instant now = this.clock.instant();
		List<Artifact> artifacts = this.renderer.render(new Composition(delivery.id(), alert,
				channel.own().standing() ? board(channel, delivery, now) : Board.of(List.of()), channel.profile(),
				this.settlement.pending(delivery), now));
		return delivery.rehearsal() ? new Parcel.Rehearsal(delivery, alert, artifacts)
				: new Parcel.Live(delivery, alert, artifacts);
	}

	/**
	 * A live wire shows what is meant and a rehearsal what is not; before that, all is
	 * rehearsal.
	 */
	private Board board(ChannelSettings channel, Delivery delivery, Instant now) {
		Set<Boolean> shown = channel.live() ? Set.of(delivery.rehearsal()) : Set.of(true, false);
		List<Alert> standing = this.journal.inForce(now)
			.stream()
			.filter((one) -> shown.contains(one.rehearsalOnly()))
			.toList();
		return new Board(standing, this.journal.past(now, shown, channel.past()));
	}

	@Override
	public boolean note(Delivery delivery, List<Report> reports) {
		this.settlement.note(delivery, reports);
		return over(delivery) == null;
	}

	/** Writes down what the wire said; a wire that says nothing has handed over. */
	void settle(@Body @Nullable Object said, @ExchangeProperty("delivery") Delivery delivery) {
		Outcome outcome = (said instanceof Outcome spoken) ? spoken : Outcome.HandedOver.SILENTLY;
		if (outcome instanceof Outcome.RetryLater later) {
			log.warn("{}: again later: {}", delivery.id(), later.cause());
		}
		this.settlement.settle(delivery, outcome, over(delivery));
	}

	/** The wire threw: never for what cannot be composed, later for all else. */
	void failed(@ExchangeProperty("delivery") @Nullable Delivery delivery, @ExchangeException Exception failure) {
		if (delivery == null) {
			log.error("a route failed before it had a delivery; it is tried again", failure);
			return;
		}
		Throwable cause = failure;
		while (cause.getCause() != null && !(cause instanceof InvalidAlert)) {
			cause = cause.getCause();
		}
		String words = (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
		log.warn("{}: {}", delivery.id(), words);
		settle((cause instanceof InvalidAlert) ? new Outcome.Rejected(words, new ArrayList<>())
				: Outcome.RetryLater.because(words), delivery);
	}

	/** How a delivery ends that must not be tried any more; null if it may be. */
	private @Nullable DeliveryState over(Delivery delivery) {
		JournalEntry entry = alert(delivery);
		if (delivery.refresh()) {
			return null;
		}
		if (entry.state() == State.SUPERSEDED || entry.state() == State.CANCELLED) {
			return DeliveryState.SUPERSEDED;
		}
		boolean expired = !entry.alert().expires().toInstant().isAfter(this.clock.instant());
		return (entry.state() == State.EXPIRED || expired) ? DeliveryState.EXPIRED : null;
	}

	private JournalEntry alert(Delivery delivery) {
		return this.journal.find(delivery.alert()).orElseThrow();
	}

}
