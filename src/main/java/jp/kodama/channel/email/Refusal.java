package jp.kodama.channel.email;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server answered instead of 250.
 *
 * @param code the reply code; less than 400 if there was no reply at all
 * @param command what it answered to: {@code MAIL}, {@code RCPT}, {@code DATA}
 * @param text its words
 */
record Refusal(int code, String command, String text) {

	/** Reads Angus' chain of exceptions, the innermost reply first. */
	static Refusal of(Exception failure) {
		Refusal refusal = new Refusal(-1, "", words(failure));
		for (@Nullable
		Exception ex = failure; ex != null; ex = next(ex)) {
			if (ex instanceof SMTPAddressFailedException rcpt) {
				refusal = new Refusal(rcpt.getReturnCode(), "RCPT", words(rcpt));
			}
			else if (ex instanceof SMTPSenderFailedException mail) {
				refusal = new Refusal(mail.getReturnCode(), "MAIL", words(mail));
			}
			else if (ex instanceof SMTPSendFailedException send) {
				refusal = new Refusal(send.getReturnCode(), send.getCommand(), words(send));
			}
		}
		return refusal;
	}

	/** No reply, or a farewell (421): the connection is of no more use. */
	boolean lineBroken() {
		return this.code < 400 || this.code == 421;
	}

	/** RFC 5321 §4.2.1: 5yz for this recipient, or this mail, and for ever. */
	boolean finalForRecipient() {
		return this.code >= 500 && !ours();
	}

	/** The sender or the sign-in was refused: every mail would be. */
	boolean ours() {
		return this.code == 530 || this.code == 535 || this.code == 538
				|| (this.code >= 500 && this.command.startsWith("MAIL"));
	}

	private static String words(Exception ex) {
		return String.valueOf(ex.getMessage()).strip();
	}

	private static @Nullable Exception next(Exception ex) {
		return (ex instanceof MessagingException mail) ? mail.getNextException() : null;
	}

}
