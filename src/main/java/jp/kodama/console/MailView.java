package jp.kodama.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader gets it.
 *
 * @param from who it is from
 * @param to whom it is for
 * @param subject its subject
 * @param text its plain part
 * @param html its HTML part; empty if it has none
 */
record MailView(String from, String to, String subject, String text, String html) {

	/** Reads RFC 5322 bytes; empty if they are none. */
	static Optional<MailView> read(byte[] bytes) {
		try {
			MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(bytes));
			return Optional.of(new MailView(header(mail, "From"), header(mail, "To"), String.valueOf(mail.getSubject()),
					part(mail, "text/plain"), part(mail, "text/html")));
		}
		catch (MessagingException | IOException ex) {
			return Optional.empty();
		}
	}

	private static String header(MimeMessage mail, String name) throws MessagingException, IOException {
		String value = mail.getHeader(name, ", ");
		return (value != null) ? jakarta.mail.internet.MimeUtility.decodeText(value) : "";
	}

	private static String part(Part part, String type) throws MessagingException, IOException {
		@Nullable Object content = part.getContent();
		if (content instanceof Multipart several) {
			for (int i = 0; i < several.getCount(); i++) {
				BodyPart one = several.getBodyPart(i);
				String found = part(one, type);
				if (!found.isEmpty()) {
					return found;
				}
			}
			return "";
		}
		return (part.isMimeType(type) && content instanceof String text) ? text : "";
	}

}
