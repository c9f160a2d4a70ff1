package jp.kodama.channel.sms.twilio;

import java.util.Set;

import jp.kodama.channel.sms.provider.Codes;
import jp.kodama.channel.sms.provider.Provider;
import jp.kodama.channel.sms.provider.ProviderAddress;
import jp.kodama.channel.sms.provider.ProviderKind;
import jp.kodama.delivery.ChannelSettings;

import org.springframework.stereotype.Component;

/** Addresses such as {@code https://api.twilio.com}. */
@Component
public class TwilioKind implements ProviderKind {

	static final Set<String> SCHEMES = Set.of("https", "http");

	static final String ERRORS = "twilio-errors.csv";

	@Override
	public Set<String> schemes() {
		return SCHEMES;
	}

	@Override
	public Provider open(ProviderAddress address, ChannelSettings channel) {
		return new TwilioProvider(new TwilioAccount(address), Codes.read(channel.folder().resolve(ERRORS)));
	}

}
