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

	/** One of its first headers; empty if there is none. */
	String messageId() {
		for (int begin = 0, end = 0; begin < this.content.length; begin = end + 2) {
			for (end = begin; end < this.content.length && this.content[end] != '\r';) {
				end++;
			}
			String header = new String(this.content, begin, end - begin, StandardCharsets.ISO_8859_1);
			if (header.startsWith(MESSAGE_ID)) {
				return header.substring(MESSAGE_ID.length());
			}
			if (header.isEmpty()) {
				return "";
			}
		}
		return "";
	}

}
