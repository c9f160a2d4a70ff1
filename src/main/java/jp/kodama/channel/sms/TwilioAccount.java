package jp.kodama.channel.sms;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.rendering.ChannelProfile;

import org.springframework.boot.convert.DurationStyle;

/** The municipality's account at Twilio, as configured. */
final class TwilioAccount {

	private final String from;

	private final int parallel;

	private final Set<String> ours;

	private final TwilioRestClient client;

	/**
	 * Reads the settings.
	 * @throws IllegalStateException that says which one is missing
	 */
	TwilioAccount(ChannelSettings settings) {
		ChannelProfile channel = settings.profile();
		String account = settings.required("account");
		this.from = settings.required("from");
		this.parallel = channel.number("parallel");
		this.ours = Set.of(channel.word("ours").trim().split("\\s+"));
		Duration timeout = DurationStyle.detectAndParse(channel.word("timeout"));
		int batches = settings.own().threads().urgent() + settings.own().threads().routine();
		this.client = new TwilioRestClient.Builder(account, settings.requiredSecret())
			.httpClient(new SingleShot(URI.create(settings.address()), timeout, this.parallel * batches))
			.build();
	}

	/** Posts one text, once. */
	Message post(String number, String text) {
		PhoneNumber to = new PhoneNumber(number);
		return (this.from.startsWith("MG") ? Message.creator(to, this.from, text)
				: Message.creator(to, new PhoneNumber(this.from), text))
			.create(this.client);
	}

	/** Whether one of Twilio's codes is about this account, not about a recipient. */
	boolean ours(int code) {
		return this.ours.contains(Integer.toString(code));
	}

	/** How many texts of a batch may be on their way at once. */
	int parallel() {
		return this.parallel;
	}

}
