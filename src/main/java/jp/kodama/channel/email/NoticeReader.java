package jp.kodama.channel.email;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jp.kodama.channel.email.Notice.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes back: delivery reports (RFC 3464), complaints (RFC 5965), automatic
 * answers (RFC 3834). One notice for each recipient that a report tells of.
 */
final class NoticeReader {

	private static final Map<String, Kind> ACTIONS = Map.of("failed", Kind.FAILED, "delayed", Kind.DELAYED, "delivered",
			Kind.DELIVERED, "relayed", Kind.RELAYED, "expanded", Kind.RELAYED);

	private final MimeMessage mail;

	private final Instant at;

	private String messageId = "";

	private @Nullable InternetHeaders complaint;

	private final List<InternetHeaders> groups = new ArrayList<>();

	private NoticeReader(MimeMessage mail, Instant received) throws MessagingException {
		this.mail = mail;
		Date sent = mail.getSentDate();
		this.at = (sent != null) ? sent.toInstant() : received;
	}

	/**
	 * Reads one mail.
	 * @param received when it came, for one that has no date
	 */
	static List<Notice> read(MimeMessage mail, Instant received) throws MessagingException, IOException {
		return new NoticeReader(mail, received).notices();
	}

	private List<Notice> notices() throws MessagingException, IOException {
		ContentType type = new ContentType(this.mail.getContentType());
		if (!type.match("multipart/report") || !(this.mail.getContent() instanceof Multipart parts)) {
			String automatic = header(this.mail.getHeader("Auto-Submitted", null));
			boolean answer = !automatic.isEmpty() && !automatic.toLowerCase(Locale.ROOT).startsWith("no");
			return List.of(new Notice(answer ? Kind.AUTOMATIC : Kind.LETTER, "", "", "", this.at));
		}
		for (int i = 0; i < parts.getCount(); i++) {
			part(parts.getBodyPart(i));
		}
		if (this.complaint != null) {
			return List.of(new Notice(Kind.COMPLAINT, this.messageId,
					address(this.complaint.getHeader("Original-Rcpt-To", null)),
					header(this.complaint.getHeader("Feedback-Type", null)), this.at));
		}
		List<Notice> notices = new ArrayList<>();
		for (InternetHeaders group : this.groups) {
			Kind kind = ACTIONS.get(header(group.getHeader("Action", null)).toLowerCase(Locale.ROOT));
			if (kind != null) {
				notices.add(new Notice(kind, ours(), recipient(group), status(group), this.at));
			}
		}
		return notices.isEmpty() ? List.of(new Notice(Kind.LETTER, "", "", "", this.at)) : notices;
	}

	private void part(BodyPart part) throws MessagingException, IOException {
		if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
			try (InputStream fields = new BufferedInputStream(part.getInputStream())) {
				// Groups of fields, an empty line between each: the message's own, then
				// the recipients'.
				for (fields.mark(1); fields.read() >= 0; fields.mark(1)) {
					fields.reset();
					this.groups.add(new InternetHeaders(fields));
				}
			}
		}
		else if (part.isMimeType("message/feedback-report")) {
			try (InputStream fields = part.getInputStream()) {
				this.complaint = new InternetHeaders(fields);
			}
		}
		else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822")
				|| part.isMimeType("message/global-headers")) {
			try (InputStream fields = part.getInputStream()) {
				this.messageId = header(new InternetHeaders(fields).getHeader("Message-ID", null));
			}
		}
	}

	/** From the mail that came back; otherwise from the envelope (RFC 3461 ENVID). */
	private String ours() {
		if (!this.messageId.isEmpty()) {
			return this.messageId;
		}
		return this.groups.stream()
			.map((group) -> header(group.getHeader("Original-Envelope-Id", null)))
			.filter((id) -> !id.isEmpty())
			.map((id) -> "<" + Envelope.fromXtext(id) + ">")
			.findFirst()
			.orElse("");
	}

	private static String recipient(InternetHeaders group) {
		String original = address(group.getHeader("Original-Recipient", null));
		return original.isEmpty() ? address(group.getHeader("Final-Recipient", null)) : original;
	}

	private static String status(InternetHeaders group) {
		String words = header(group.getHeader("Diagnostic-Code", null)).replaceFirst("(?i)^smtp;\\s*", "");
		return (header(group.getHeader("Status", null)) + " " + words).strip();
	}

	/** {@code rfc822; a@b}, {@code <a@b>}. */
	private static String address(@Nullable String field) {
		return Envelope.fromXtext(header(field).replaceFirst("^[^;]*;\\s*", "").replaceAll("[<>]", ""));
	}

	private static String header(@Nullable String value) {
		return (value != null) ? value.replaceAll("\\s*\\R\\s*", " ").strip() : "";
	}

}
