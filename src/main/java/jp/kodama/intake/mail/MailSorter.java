package jp.kodama.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jp.kodama.intake.Letter;
import jp.kodama.intake.Notice;
import jp.kodama.intake.Reception;
import jp.kodama.intake.xml.Unreadable;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Sorts a mail: what is attached as XML is a telegram; a mail without any is a notice in
 * words.
 */
@Component("mailSorter")
class MailSorter {

	private static final int LONGEST_SUBJECT = 60;

	private static final int LONGEST = 600;

	private final Reception reception;

	private final MailKind kind;

	MailSorter(Reception reception, MailKind kind) {
		this.reception = reception;
		this.kind = kind;
	}

	/**
	 * Sorts one.
	 * @return {@link Letter letters}, or one {@link Notice}
	 */
	List<Object> sort(String source, Mail mail) {
		Letter whole = this.reception.named(source, "mail.eml", mail.bytes());
		if (mail.fault() != null) {
			return List.of(whole.spoiled(mail.fault()));
		}
		try {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(mail.bytes()));
			MailParts parts = MailParts.of(message);
			List<Object> letters = new ArrayList<>();
			parts.telegrams().forEach((one) -> letters.add(this.reception.named(source, one.name(), one.bytes())));
			return letters.isEmpty() ? List.of(notice(whole, message, parts.words())) : letters;
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			return List.of(whole.spoiled(new Unreadable("メールとして読めません", "not a readable mail: " + ex.getMessage())));
		}
	}

	private Notice notice(Letter whole, MimeMessage message, String words) throws MessagingException {
		String subject = brief(orEmpty(message.getSubject()).replaceAll("\\s+", " "), LONGEST_SUBJECT);
		MailRules.Meaning meaning = this.kind.rules(whole.source())
			.of(subject.isEmpty() ? "（件名なし）" : subject, words.isBlank() ? "（本文なし）" : brief(words, LONGEST));
		byte[] bytes = identity(whole, message, subject, words).getBytes(StandardCharsets.UTF_8);
		return new Notice(new Letter(whole.source(), whole.name(), bytes), meaning.verdict(), meaning.message(),
				meaning.reason());
	}

	/**
	 * The same mail delivered twice is one; two mails that say the same are two, and
	 * where nothing tells them apart they are two as well.
	 */
	private static String identity(Letter whole, MimeMessage message, String subject, String words)
			throws MessagingException {
		String date = orEmpty(message.getHeader("Date", ","));
		String id = orEmpty(message.getMessageID());
		return String.join("\n", date.isEmpty() ? whole.name() : date, id, subject, words);
	}

	private static String brief(String words, int most) {
		String one = words.replaceAll("[{}]", "")
			.replaceAll("\\R\\s*", "\n")
			.replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
			.strip();
		return (one.length() > most) ? one.substring(0, most) + "…" : one;
	}

	private static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
