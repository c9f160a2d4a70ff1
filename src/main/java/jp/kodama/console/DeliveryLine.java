package jp.kodama.console;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.DeliveryState;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.delivery.Evidence;

/**
 * What became of an alert on one channel, as the alert's page shows it.
 *
 * @param channel which channel
 * @param views its batches
 * @param after how long after release the last of them changed
 * @param rehearsed the first of the deliveries that can be looked at
 */
record DeliveryLine(ChannelSettings channel, List<DeliveryView> views, Duration after, List<String> rehearsed) {

	private static final int CAUSES = 3;

	/** The honest words: the evidence there is, never more. */
	public String words() {
		Map<Evidence, Integer> known = new EnumMap<>(Evidence.class);
		this.views.forEach((view) -> counts(view).forEach((what, many) -> known.merge(what, many, Integer::sum)));
		String unit = this.channel.own().recipients() ? "人" : "";
		return known.entrySet()
			.stream()
			.map((one) -> one.getKey().japanese() + (unit.isEmpty() ? "" : " " + one.getValue() + unit))
			.collect(Collectors.joining("、"));
	}

	/** Why some are not done. */
	public List<String> causes() {
		return this.views.stream()
			.map(DeliveryView::cause)
			.filter((cause) -> !cause.isEmpty())
			.distinct()
			.limit(CAUSES)
			.toList();
	}

	/** The deliveries a person must decide on. */
	public List<String> inDoubt() {
		return this.views.stream()
			.filter((view) -> view.state() == DeliveryState.IN_DOUBT)
			.map((view) -> view.delivery().id())
			.toList();
	}

	/** Whether nobody gets it. */
	public boolean rehearsal() {
		return this.views.stream().allMatch((view) -> view.delivery().rehearsal());
	}

	/** The most tries of a batch. */
	public int attempts() {
		return this.views.stream().mapToInt((view) -> view.delivery().attempt()).max().orElse(0);
	}

	/** For a style sheet: the worst there is. */
	public String tone() {
		return this.views.stream()
			.map(DeliveryLine::tone)
			.max(Tone::compareTo)
			.orElse(Tone.GOOD)
			.name()
			.toLowerCase(java.util.Locale.ROOT);
	}

	private static Tone tone(DeliveryView view) {
		return switch (view.state()) {
			case DONE -> view.counts().containsKey(Evidence.FAILED) ? Tone.BAD : Tone.GOOD;
			case FAILED, IN_DOUBT -> Tone.BAD;
			case EXPIRED, SUPERSEDED -> Tone.OVER;
			case QUEUED, SENDING -> view.cause().isEmpty() ? Tone.BUSY : Tone.WAIT;
		};
	}

	/** A batch without recipients of its own still has its own state. */
	private static Map<Evidence, Integer> counts(DeliveryView view) {
		return view.counts().isEmpty() ? Map.of(Evidence.QUEUED, 1) : view.counts();
	}

	/** From calm to alarming. */
	private enum Tone {

		GOOD, OVER, BUSY, WAIT, BAD

	}

}
