package jp.kodama.intake.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;

/** What a mail is made of: telegrams, and words. */
final class MailParts {

	private static final int DEEPEST = 8;

	private static final int MOST = 50;

	private final List<Attached> telegrams = new ArrayList<>();

	private final StringBuilder words = new StringBuilder();

	private String html = "";

	private int parts;

	private MailParts() {
	}

	/**
	 * Takes a mail apart.
	 * @throws MessagingException if it is none, or too many parts within parts
	 */
	static MailParts of(Part mail) throws MessagingException, IOException {
		MailParts all = new MailParts();
		all.add(mail, 0);
		return all;
	}

	/** What is XML, in order. */
	List<Attached> telegrams() {
		return this.telegrams;
	}

	/**
	 * What is written in it; of a mail that has only HTML, the words without the tags.
	 */
	String words() {
		return this.words.isEmpty() ? this.html : this.words.toString().strip();
	}

	private void add(Part part, int depth) throws MessagingException, IOException {
		this.parts++;
		if (depth > DEEPEST || this.parts > MOST) {
			throw new MessagingException("more parts than any honest mail has");
		}
		String name = name(part);
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
			for (int i = 0; i < multipart.getCount(); i++) {
				add(multipart.getBodyPart(i), depth + 1);
			}
		}
		else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part forwarded) {
			add(forwarded, depth + 1);
		}
		else if (xml(part, name)) {
			this.telegrams.add(new Attached(name.isEmpty() ? "attached.xml" : name, bytes(part)));
		}
		else if (part.isMimeType("text/html")) {
			this.html = text(part).replaceAll("(?s)<(style|script).*?</\\1>|<[^>]*>", " ").strip();
		}
		else if (part.isMimeType("text/*")) {
			this.words.append(text(part)).append('\n');
		}
	}

	private static boolean xml(Part part, String name) throws MessagingException {
		String type = String.valueOf(part.getContentType())
			.toLowerCase(Locale.ROOT)
			.replaceFirst(";(?s).*", "")
			.strip();
		return type.endsWith("/xml") || type.endsWith("+xml") || name.toLowerCase(Locale.ROOT).endsWith(".xml");
	}

	private static String name(Part part) throws MessagingException {
		String name = part.getFileName();
		return (name != null) ? name : "";
	}

	private static byte[] bytes(Part part) throws MessagingException, IOException {
		try (java.io.InputStream in = part.getInputStream()) {
			return in.readAllBytes();
		}
	}

	/** A charset that nobody knows must not lose the words. */
	private static String text(Part part) throws MessagingException, IOException {
		try {
			return String.valueOf(part.getContent());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			return new String(bytes(part), StandardCharsets.UTF_8);
		}
	}

	/**
	 * A telegram.
	 *
	 * @param name as its sender calls it
	 * @param bytes as they are in the encoding that it declares
	 */
	record Attached(String name, byte[] bytes) {
	}

}
