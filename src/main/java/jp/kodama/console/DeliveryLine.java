package jp.kodama.console;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.DeliveryState;
import jp.kodama.delivery.DeliveryView;
import jp.kodama.delivery.Evidence;

/**
 * A delivery as the alert's page shows it.
 *
 * @param channel which channel
 * @param view where it stands
 * @param after how long after release it came to stand there
 * @param artifacts what a rehearsal wrote of it
 */
record DeliveryLine(ChannelSettings channel, DeliveryView view, Duration after, List<String> artifacts) {

	/** The honest word: the evidence there is, never more. */
	public String words() {
		String known = this.view.counts()
			.entrySet()
			.stream()
			.map((one) -> one.getKey().japanese() + " " + one.getValue())
			.collect(Collectors.joining("、"));
		boolean over = this.view.state() == DeliveryState.DONE;
		return (over && !known.isEmpty()) ? known : this.view.state().japanese();
	}

	/** For a style sheet. */
	public String tone() {
		if (this.view.state() == DeliveryState.DONE) {
			boolean failed = this.view.counts().containsKey(Evidence.FAILED);
			return failed ? "bad" : "good";
		}
		return switch (this.view.state()) {
			case FAILED, IN_DOUBT -> "bad";
			case EXPIRED, SUPERSEDED -> "over";
			default -> this.view.cause().isEmpty() ? "busy" : "wait";
		};
	}

	/** Whether a person must decide. */
	public boolean inDoubt() {
		return this.view.state() == DeliveryState.IN_DOUBT;
	}

}
