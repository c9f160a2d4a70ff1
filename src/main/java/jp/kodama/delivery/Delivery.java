package jp.kodama.delivery;

/**
 * One alert × one channel × one batch of recipients: the unit of queueing.
 *
 * @param id {@code <alert>.<channel>.<batch>}: also the idempotency key that reaches the
 * provider where it takes one
 * @param alert the alert's identifier
 * @param channel the channel's id
 * @param batch the batch's number from 0, or {@code expiry} for the refresh of a standing
 * channel after an alert expired
 * @param rehearsal whether it goes to the rehearsal sink
 * @param attempt how many times a wire was given it, this time included
 */
public record Delivery(String id, String alert, String channel, String batch, boolean rehearsal, int attempt) {

	/** The batch of a refresh after an alert expired. */
	static final String EXPIRY = "expiry";

	/** Whether it only takes an expired alert off a standing channel. */
	boolean refresh() {
		return this.batch.equals(EXPIRY);
	}

	/** The id of a batch, before it is queued. */
	public static String id(String alert, String channel, String batch) {
		return alert + "." + channel + "." + batch;
	}

}
