package jp.kodama.speech;

/** A voice refused a text, or its engine failed. Never answered by silence. */
public class CannotSpeak extends RuntimeException {

	/** A refusal, worded for an officer. */
	public CannotSpeak(String message) {
		super(message);
	}

	/** A failure of the engine. */
	public CannotSpeak(String message, Throwable cause) {
		super(message, cause);
	}

}
