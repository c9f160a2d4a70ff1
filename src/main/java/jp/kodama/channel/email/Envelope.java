package jp.kodama.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that name sender and recipient. Where the server sends reports (RFC 3461)
 * it is asked for bounces, and given our Message-ID to put on them.
 *
 * @param from the sender; bounces go there
 * @param reports whether the server offers DSN
 * @param success whether it should also tell of what arrived
 */
record Envelope(String from, boolean reports, boolean success) {

	/** RFC 3461 §4.4. */
	private static final int LONGEST_ID = 100;

	private static final Pattern HEX = Pattern.compile("\\+([0-9A-F]{2})");

	String mail(Mail mail) {
		String command = "MAIL FROM:<" + this.from + ">";
		if (!this.reports) {
			return command;
		}
		String id = xtext(mail.messageId().replaceAll("[<>]", ""));
		return command + " RET=HDRS" + ((id.isEmpty() || id.length() > LONGEST_ID) ? "" : " ENVID=" + id);
	}

	String rcpt(Mail mail) {
		String command = "RCPT TO:<" + mail.to() + ">";
		return this.reports
				? command + " NOTIFY=" + (this.success ? "SUCCESS," : "") + "FAILURE ORCPT=rfc822;" + xtext(mail.to())
				: command;
	}

	/** RFC 3461 §4. */
	static String xtext(String text) {
		StringBuilder xtext = new StringBuilder();
		for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
			if (one > ' ' && one < 127 && one != '+' && one != '=') {
				xtext.append((char) one);
			}
			else {
				xtext.append(String.format("+%02X", one));
			}
		}
		return xtext.toString();
	}

	static String fromXtext(String xtext) {
		Matcher hex = HEX.matcher(xtext);
		return hex
			.replaceAll((one) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(one.group(1), 16))));
	}

}
