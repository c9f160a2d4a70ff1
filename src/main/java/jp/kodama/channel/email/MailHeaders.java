package jp.kodama.channel.email;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jp.kodama.audience.Recipient;
import jp.kodama.audience.signup.UnsubscribeTokens;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Wording;

/** The headers of the mails of one delivery in one language. */
final class MailHeaders {

	/** RFC 5322 §3.3. */
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z",
			Locale.ENGLISH);

	private final String idBegins;

	private final String idEnds;

	private final String shared;

	private final String unsubscribe;

	private final UnsubscribeTokens tokens;

	MailHeaders(Composition plan, Wording words, String subject, UnsubscribeTokens tokens) {
		this.tokens = tokens;
		String from = plan.channel().word("from");
		this.idBegins = "<" + URLEncoder.encode(plan.deliveryId(), StandardCharsets.UTF_8) + ".";
		this.idEnds = "@" + from.substring(from.indexOf('@') + 1) + ">";
		this.unsubscribe = plan.channel().word("unsubscribe-url", "");
		this.shared = header("Date", DATE.format(plan.alert().sent().atZoneSameInstant(ZoneId.of("Asia/Tokyo"))))
				+ header("From", sender(from, words.sender())) + header("Subject", encoded("Subject", subject))
				+ header("Auto-Submitted", "auto-generated") + header("Content-Language", words.lang());
	}

	/** A whole mail. */
	byte[] to(Recipient recipient, MailBody body) {
		// A bad address must not fail the others: its mail is composed, and its
		// wire says what is wrong with it.
		String to = Mailbox.parse(recipient.address())
			.map(InternetAddress::toString)
			.orElse("undisclosed-recipients:;");
		byte[] headers = (header("Message-ID", this.idBegins + recipient.id() + this.idEnds) + this.shared
				+ header("To", to) + unsubscribe(recipient) + body.headers())
			.getBytes(StandardCharsets.UTF_8);
		byte[] mail = Arrays.copyOf(headers, headers.length + body.content().length);
		System.arraycopy(body.content(), 0, mail, headers.length, body.content().length);
		return mail;
	}

	/** RFC 8058: one click, and only over https. */
	private String unsubscribe(Recipient recipient) {
		if (this.unsubscribe.isEmpty()) {
			return "";
		}
		String url = this.unsubscribe.replace("{token}", this.tokens.of(recipient))
			.replace("{recipient}", Long.toString(recipient.id()));
		return header("List-Unsubscribe", "<" + url + ">")
				+ (url.startsWith("https:") ? header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click") : "");
	}

	private static String sender(String address, String name) {
		try {
			return MimeUtility.fold(6, new InternetAddress(address, name, "UTF-8").toString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String name, String text) {
		try {
			// One line: a line break would begin another header.
			String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
			return MimeUtility.fold(name.length() + 2, MimeUtility.encodeText(line, "UTF-8", null));
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String header(String name, String value) {
		return name + ": " + value + "\r\n";
	}

}
