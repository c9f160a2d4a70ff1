package jp.kodama.channel.radio.sip;

import java.time.Duration;

/** A call that did not come about, or not to its end. The message is for officers. */
public final class CallFailed extends Exception {

	private static final long serialVersionUID = 1;

	private final boolean forGood;

	private final Duration after;

	CallFailed(String message, boolean forGood, Duration after) {
		super(message);
		this.forGood = forGood;
		this.after = after;
	}

	static CallFailed forNow(String message) {
		return new CallFailed(message, false, Duration.ZERO);
	}

	static CallFailed forGood(String message) {
		return new CallFailed(message, true, Duration.ZERO);
	}

	/** Whether calling again would end the same way. */
	public boolean forGood() {
		return this.forGood;
	}

	/** How long the other end asks to wait; zero if it does not. */
	public Duration after() {
		return this.after;
	}

}
