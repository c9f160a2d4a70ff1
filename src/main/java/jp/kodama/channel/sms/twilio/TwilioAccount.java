package jp.kodama.channel.sms.twilio;

import java.net.URI;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import jp.kodama.channel.sms.provider.ProviderAddress;
import org.jspecify.annotations.Nullable;

/** The municipality's account at Twilio, as configured. */
final class TwilioAccount {

	private final String from;

	private final @Nullable URI callback;

	private final SingleShot http;

	private final TwilioRestClient client;

	/**
	 * Reads the settings.
	 * @throws IllegalStateException that says which one is missing
	 */
	TwilioAccount(ProviderAddress address) {
		String account = address.required("account");
		this.from = address.required("from");
		this.callback = Hook.STATUS.at(address.word("public-url", ""));
		this.http = new SingleShot(address.uri(), address.time("timeout"));
		this.client = new TwilioRestClient.Builder(account, address.secret()).httpClient(this.http).build();
	}

	/** Posts one text, once. */
	Message post(String number, String text) {
		PhoneNumber to = new PhoneNumber(number);
		MessageCreator creator = this.from.startsWith("MG") ? Message.creator(to, this.from, text)
				: Message.creator(to, new PhoneNumber(this.from), text);
		if (this.callback != null) {
			creator.setStatusCallback(this.callback);
		}
		return creator.create(this.client);
	}

	void close() {
		this.http.close();
	}

	/** What Twilio knows of a message now. */
	Message ask(String sid) {
		return Message.fetcher(sid).fetch(this.client);
	}

}
