package jp.kodama.channel.sms.twilio;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** Where Twilio tells us something. */
enum Hook {

	/** What became of a message. */
	STATUS("/hooks/twilio/status"),
	/** What somebody answered; to be entered at Twilio for our number. */
	REPLY("/hooks/twilio/reply");

	private final String path;

	Hook(String path) {
		this.path = path;
	}

	String path() {
		return this.path;
	}

	/**
	 * As Twilio calls it from outside.
	 * @return null if we cannot be reached from there
	 */
	@Nullable URI at(String publicUrl) {
		return publicUrl.isBlank() ? null : URI.create(publicUrl.strip().replaceAll("/+$", "") + this.path);
	}

}
