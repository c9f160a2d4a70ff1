package jp.kodama.channel.sms;

import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;

import org.springframework.stereotype.Component;

/** The wire of the SMS channel: whichever provider takes each text. */
@Component("smsWire")
class SmsWire {

	static final String CHANNEL = Incoming.CHANNEL;

	private final Providers providers;

	private final Once once;

	private final SentLog log;

	private final SpendCap cap;

	SmsWire(Providers providers, Once once, SentLog log, SpendCap cap) {
		this.providers = providers;
		this.once = once;
		this.log = log;
		this.cap = cap;
	}

	/**
	 * Sends each text once. That a provider took it is all that its answer tells. Without
	 * its settings nothing is lost: it says what is missing, and is tried again.
	 */
	public Outcome send(Parcel.Live parcel) {
		if (!parcel.alert().urgent() && this.cap.reached()) {
			return Outcome.RetryLater.because("今月の費用の上限に達しました / this month's spending cap is reached");
		}
		try {
			return new SmsRound(this.providers.dispatch(), this.once, this.log).send(parcel);
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			return Outcome.RetryLater.because(String.valueOf(ex.getMessage()));
		}
	}

}
