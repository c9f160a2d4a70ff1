package jp.kodama.delivery;

import java.util.List;

/**
 * A channel that puts an alert out more than once while it is in force. Asked several
 * times a second, so {@link #due()} must cost next to nothing when nothing is.
 */
public interface Encore {

	/** What is to be put out again now. */
	List<Repeat> due();

	/** It is queued, in the transaction this is called in; it is not due any more. */
	void taken(Repeat repeat);

	/**
	 * Once more.
	 *
	 * @param alert its identifier
	 * @param channel where
	 * @param batch a name of its own among the alert's deliveries
	 * @param wanted false if it is not to be put out after all
	 */
	record Repeat(String alert, String channel, String batch, boolean wanted) {

		public Repeat(String alert, String channel, String batch) {
			this(alert, channel, batch, true);
		}

		/** It is due, and given up. */
		public Repeat dropped() {
			return new Repeat(this.alert, this.channel, this.batch, false);
		}

	}

}
