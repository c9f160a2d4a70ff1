package jp.kodama.speech;

/**
 * A voice refused a text ({@link Unreadable}), or its engine failed. Never answered by
 * silence.
 */
public class CannotSpeak extends RuntimeException {

	/** A refusal, worded for an officer. */
	public CannotSpeak(String message) {
		super(message);
	}

	/** A failure of the engine. */
	public CannotSpeak(String message, Throwable cause) {
		super(message, cause);
	}

	/** The text itself is at fault: trying again changes nothing. */
	public static final class Unreadable extends CannotSpeak {

		/** Names the letters or words that the voice cannot read. */
		public Unreadable(String message) {
			super(message);
		}

	}

}
