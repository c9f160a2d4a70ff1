package jp.kodama.channel.sms.twilio;

import java.time.Duration;

/** Twilio is busy, or broken, and may say for how long. */
final class Busy extends RuntimeException {

	private final int status;

	private final transient Duration after;

	Busy(int status, Duration after) {
		super("Twilio: HTTP " + status);
		this.status = status;
		this.after = after;
	}

	/** Whether we are too fast; otherwise it is broken. */
	boolean tooFast() {
		return this.status == 429;
	}

	Duration after() {
		return this.after;
	}

}
