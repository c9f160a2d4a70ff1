package jp.kodama.channel.line;

import java.net.URI;
import java.time.Duration;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** The wire of the LINE channel: the Messaging API's multicast. */
@Component("lineWire")
class LineWire {

	private final Channels channels;

	private @Nullable MessagingApiClient client;

	LineWire(Channels channels) {
		this.channels = channels;
	}

	/**
	 * Multicasts each message. LINE's 200 says that it took the request, not that anybody
	 * got it. Without its settings nothing is lost: it says what is missing, and is tried
	 * again.
	 */
	public Outcome send(Parcel.Live parcel) {
		try {
			return new LineRound(client(), parcel.delivery().id()).send(parcel.artifacts());
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			return Outcome.RetryLater.because(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Only once the first message is to leave: a channel that is off needs no settings.
	 */
	private synchronized MessagingApiClient client() {
		if (this.client == null) {
			ChannelSettings settings = this.channels.get("line");
			Duration timeout = DurationStyle.detectAndParse(settings.profile().word("timeout"));
			this.client = MessagingApiClient.builder(settings.requiredSecret())
				.apiEndPoint(URI.create(settings.address()))
				.connectTimeout(timeout)
				.readTimeout(timeout)
				.writeTimeout(timeout)
				.build();
		}
		return this.client;
	}

}
