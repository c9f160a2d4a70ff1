package jp.kodama.rendering;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jp.kodama.audience.Recipient;

/**
 * One thing a channel puts out, to the last byte: a mail, a text message, a page, a
 * sound. A wire transmits it and adds nothing of its own.
 *
 * @param name a relative file name, unique within its delivery, {@code /} separates
 * folders: {@code ja.txt}, {@code alerts/17461-….html}
 * @param mediaType {@code message/rfc822}, {@code text/plain;charset=UTF-8}, …
 * @param language the language of its words
 * @param content the bytes
 * @param to whom it is for
 */
public record Artifact(String name, String mediaType, String language, byte[] content, List<Recipient> to) {

	public Artifact {
		if (name.startsWith("/") || name.contains("..") || name.contains("\\")) {
			throw new IllegalArgumentException("not a relative file name: " + name);
		}
		to = List.copyOf(to);
	}

	/** Text in UTF-8. */
	public static Artifact ofText(String name, String language, String text, List<Recipient> to) {
		return new Artifact(name, "text/plain;charset=UTF-8", language, text.getBytes(StandardCharsets.UTF_8), to);
	}

	/** The content read as UTF-8. */
	public String text() {
		return new String(this.content, StandardCharsets.UTF_8);
	}

}
