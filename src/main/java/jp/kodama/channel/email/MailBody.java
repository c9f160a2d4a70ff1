package jp.kodama.channel.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

/**
 * The part of a mail that all readers of a language share: text beside HTML, in 7-bit
 * encodings that every relay passes on unchanged.
 *
 * @param contentType the value of its header
 * @param content what follows the headers
 */
record MailBody(String contentType, byte[] content) {

	static {
		// Named, because the library otherwise searches all jars for it with every part
		// it makes: half the time of a mail.
		System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	/** Encodes both; the same delivery and words give the same bytes. */
	static MailBody of(String deliveryId, String text, String html) throws MessagingException {
		Alternative parts = new Alternative(
				"kodama-" + UUID.nameUUIDFromBytes(deliveryId.getBytes(StandardCharsets.UTF_8)));
		parts.add(text, "plain");
		parts.add(html, "html");
		MimeMessage carrier = new MimeMessage((@Nullable Session) null);
		carrier.setContent(parts);
		// Chooses each part's transfer encoding.
		carrier.saveChanges();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			parts.writeTo(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new MailBody(parts.getContentType(), bytes.toByteArray());
	}

	/** Those that tell of it, and the line that ends all headers. */
	String headers() {
		return "MIME-Version: 1.0\r\nContent-Type: " + this.contentType + "\r\n\r\n";
	}

	/** A multipart whose boundary is not random. */
	private static final class Alternative extends MimeMultipart {

		Alternative(String boundary) throws MessagingException {
			super("alternative");
			ContentType type = new ContentType(getContentType());
			type.setParameter("boundary", boundary);
			this.contentType = type.toString();
		}

		void add(String text, String subtype) throws MessagingException {
			MimeBodyPart part = new MimeBodyPart();
			// RFC 2046 §4.1.1: lines of text end in CRLF, also inside base64.
			part.setText(text.replaceAll("\\r?\\n", "\r\n"), "UTF-8", subtype);
			addBodyPart(part);
		}

	}

}
