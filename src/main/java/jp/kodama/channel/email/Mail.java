package jp.kodama.channel.email;

import java.nio.charset.StandardCharsets;

import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;

/**
 * A composed mail and where it goes.
 *
 * @param recipient whom it is for
 * @param to the address as a mail server takes it
 * @param content headers and body, to the last byte
 */
record Mail(Recipient recipient, String to, byte[] content) {

	private static final String MESSAGE_ID = "Message-ID: ";

	static Mail of(Artifact artifact, String to) {
		return new Mail(artifact.to().get(0), to, artifact.content());
	}

	/** Its first header; empty if that is another. */
	String messageId() {
		int end = 0;
		while (end < this.content.length && this.content[end] != '\r') {
			end++;
		}
		String first = new String(this.content, 0, end, StandardCharsets.ISO_8859_1);
		return first.startsWith(MESSAGE_ID) ? first.substring(MESSAGE_ID.length()) : "";
	}

}
