package jp.kodama.channel.line;

import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;

import org.springframework.stereotype.Component;

/** The wire of the LINE channel: the Messaging API's multicast. */
@Component("lineWire")
class LineWire {

	private final LineAccount account;

	LineWire(LineAccount account) {
		this.account = account;
	}

	/**
	 * Multicasts each message. LINE's 200 says that it took the request, not that anybody
	 * got it. Without its settings nothing is lost: it says what is missing, and is tried
	 * again.
	 */
	public Outcome send(Parcel.Live parcel) {
		try {
			return new LineRound(this.account.client(), parcel.delivery().id()).send(parcel.artifacts());
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			return Outcome.RetryLater.because(String.valueOf(ex.getMessage()));
		}
	}

}
