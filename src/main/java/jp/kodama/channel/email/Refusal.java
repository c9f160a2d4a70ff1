package jp.kodama.channel.email;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server answered instead of 250, or a bounce instead of nothing.
 *
 * @param code the reply code; of a bounce the first digit of its status
 * @param command what it answered to: {@code MAIL}, {@code RCPT}, {@code DATA}; of a
 * bounce {@code bounce}
 * @param text its words
 */
record Refusal(int code, String command, String text) {

	private static final Pattern ENHANCED = Pattern.compile("^(?:\\d{3}[ -])?([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

	/** The enhanced status (RFC 3463); empty if there is none. */
	String enhanced() {
		Matcher status = ENHANCED.matcher(this.text);
		return status.find() ? status.group(1) : "";
	}

}
