package jp.kodama.channel.radio.wire;

import java.time.Duration;

/** What became of a broadcast at one unit. The words are for officers and auditors. */
sealed interface Aired {

	/** What happened. */
	String words();

	/**
	 * All of it left, and the unit was there to the end. Whether it was heard is for the
	 * air check to say.
	 *
	 * @param words what left, and what the unit said
	 * @param id the wire's own number for it, or empty
	 */
	record Whole(String words, String id) implements Aired {
	}

	/**
	 * Not, or not to its end; worth another try.
	 *
	 * @param words why
	 * @param after how long the unit asks to wait; zero if it does not
	 */
	record NotNow(String words, Duration after) implements Aired {

		static NotNow because(String words) {
			return new NotNow(words, Duration.ZERO);
		}

	}

	/**
	 * Not, and another try would end the same way.
	 *
	 * @param words why
	 */
	record Never(String words) implements Aired {
	}

}
