package jp.kodama.channel.email;

/**
 * What a mail server answered (RFC 5321 §4.2).
 *
 * @param code three digits
 * @param command to what: {@code MAIL}, {@code RCPT}, {@code DATA}, {@code .} for the end
 * of a mail
 * @param text the whole of it, its lines in one
 */
record Reply(int code, String command, String text) {

	/** Yes, or go on. */
	boolean positive() {
		return this.code < 400;
	}

	/** What it means to a sender. */
	Refusal refusal() {
		return new Refusal(this.code, this.command, this.text);
	}

}
