package jp.kodama.channel.email;

import jakarta.annotation.PreDestroy;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The wire of the email channel: SMTP (RFC 5321). */
@Component("emailWire")
class EmailWire {

	private final Channels channels;

	private @Nullable SmtpLines lines;

	EmailWire(Channels channels) {
		this.channels = channels;
	}

	/**
	 * Hands each mail to the mail server. Accepted by it is all that SMTP tells; bounces
	 * come later. Without its settings nothing is lost: it says what is missing, and is
	 * tried again.
	 */
	public Outcome send(Parcel.Live parcel) {
		try {
			return new MailRound(lines()).send(parcel.artifacts());
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			return Outcome.RetryLater.because(String.valueOf(ex.getMessage()));
		}
	}

	/** Only once the first mail is to leave: a channel that is off needs no settings. */
	private synchronized SmtpLines lines() {
		if (this.lines == null) {
			this.lines = new SmtpLines(new Relay(this.channels.get("email")));
		}
		return this.lines;
	}

	@PreDestroy
	synchronized void close() {
		if (this.lines != null) {
			this.lines.close();
		}
	}

}
