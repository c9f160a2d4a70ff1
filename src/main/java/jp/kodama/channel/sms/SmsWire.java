package jp.kodama.channel.sms;

import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The wire of the SMS channel: Twilio's Messages resource. */
@Component("smsWire")
class SmsWire {

	private final Channels channels;

	private @Nullable TwilioAccount account;

	SmsWire(Channels channels) {
		this.channels = channels;
	}

	/**
	 * Posts each text once. Twilio's queue is all that its answer tells. Without its
	 * settings nothing is lost: it says what is missing, and is tried again.
	 */
	public Outcome send(Parcel.Live parcel) {
		try {
			return new SmsRound(account()).send(parcel.artifacts());
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			return Outcome.RetryLater.because(String.valueOf(ex.getMessage()));
		}
	}

	/** Only once the first text is to leave: a channel that is off needs no settings. */
	private synchronized TwilioAccount account() {
		if (this.account == null) {
			this.account = new TwilioAccount(this.channels.get("sms"));
		}
		return this.account;
	}

}
