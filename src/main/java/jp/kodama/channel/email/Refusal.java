package jp.kodama.channel.email;

/**
 * What a mail server answered instead of 250.
 *
 * @param code the reply code
 * @param command what it answered to: {@code MAIL}, {@code RCPT}, {@code DATA}
 * @param text its words
 */
record Refusal(int code, String command, String text) {

	/** RFC 5321 §4.2.1: 5yz for this recipient, or this mail, and for ever. */
	boolean finalForRecipient() {
		return this.code >= 500 && !ours();
	}

	/** The sender or the sign-in was refused: every mail would be. */
	boolean ours() {
		return this.code == 530 || this.code == 535 || this.code == 538
				|| (this.code >= 500 && this.command.startsWith("MAIL"));
	}

}
