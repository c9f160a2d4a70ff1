package jp.kodama.channel.sms.smpp;

import java.util.Set;

import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.channel.sms.provider.Provider;
import jp.kodama.channel.sms.provider.ProviderAddress;
import jp.kodama.channel.sms.provider.ProviderKind;
import jp.kodama.delivery.ChannelSettings;

import org.springframework.stereotype.Component;

/** Addresses such as {@code smpp://system-id@host:2775}, with TLS {@code smpps://}. */
@Component
public class SmppKind implements ProviderKind {

	private final PartBook parts;

	private final Incoming incoming;

	SmppKind(PartBook parts, Incoming incoming) {
		this.parts = parts;
		this.incoming = incoming;
	}

	@Override
	public Set<String> schemes() {
		return Set.of("smpp", "smpps");
	}

	@Override
	public Provider open(ProviderAddress address, ChannelSettings channel) {
		return new SmppProvider(address, new DeliverListener(address, this.parts, this.incoming), this.parts);
	}

}
