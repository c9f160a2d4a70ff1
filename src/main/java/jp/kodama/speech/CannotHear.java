package jp.kodama.speech;

/**
 * A recogniser is missing, failed, or gave no answer in time. Never answered by no words.
 */
public class CannotHear extends RuntimeException {

	/** Worded for an officer. */
	public CannotHear(String message) {
		super(message);
	}

	/** A failure of the engine. */
	public CannotHear(String message, Throwable cause) {
		super(message, cause);
	}

}
