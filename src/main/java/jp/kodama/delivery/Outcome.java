package jp.kodama.delivery;

import java.time.Duration;
import java.util.List;

/** What a channel says of a batch. */
public sealed interface Outcome {

	/** What is known of each recipient so far. */
	List<Report> reports();

	/**
	 * The wire took the batch. Recipients without a report of their own count as
	 * {@link Evidence#HANDED_OVER}; one may still be {@link Evidence#FAILED}.
	 */
	record HandedOver(List<Report> reports) implements Outcome {

		/** Nothing to say of single recipients. */
		public static final HandedOver SILENTLY = new HandedOver(List.of());

	}

	/**
	 * Not now. Recipients reported as done are left out of the next try.
	 *
	 * @param cause why, for the officer's eyes
	 * @param after how long the provider asks to wait; zero for the channel's own
	 * back-off
	 * @param reports what is known so far
	 */
	record RetryLater(String cause, Duration after, List<Report> reports) implements Outcome {

		/** Nobody was reached; the channel's own back-off applies. */
		public static RetryLater because(String cause) {
			return new RetryLater(cause, Duration.ZERO, List.of());
		}

	}

	/**
	 * Never. Recipients without a report of their own count as {@link Evidence#FAILED}.
	 *
	 * @param cause why, for the officer's eyes
	 * @param reports what is known so far
	 */
	record Rejected(String cause, List<Report> reports) implements Outcome {
	}

}
