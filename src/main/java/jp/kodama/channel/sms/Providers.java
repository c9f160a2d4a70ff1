package jp.kodama.channel.sms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.kodama.channel.sms.provider.Crew;
import jp.kodama.channel.sms.provider.Dispatch;
import jp.kodama.channel.sms.provider.ProviderAddress;
import jp.kodama.channel.sms.provider.ProviderKind;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The providers that {@code config/channels.yaml} names. */
@Component
class Providers implements DisposableBean {

	private final Channels channels;

	private final List<ProviderKind> kinds;

	private final Clock clock;

	private @Nullable Dispatch dispatch;

	Providers(Channels channels, List<ProviderKind> kinds, Clock clock) {
		this.channels = channels;
		this.kinds = kinds;
		this.clock = clock;
	}

	/**
	 * Only once the first text is to leave: a channel that is off needs no settings.
	 * @throws IllegalStateException or IllegalArgumentException that says what is missing
	 */
	synchronized Dispatch dispatch() {
		if (this.dispatch == null) {
			ChannelSettings channel = this.channels.get(SmsWire.CHANNEL);
			List<Crew> crews = new ArrayList<>();
			for (ProviderAddress address : ProviderAddress.of(channel)) {
				crews.add(new Crew(address, kind(address).open(address, channel), this.clock));
			}
			if (crews.isEmpty()) {
				throw new IllegalStateException("事業者がありません / not set: kodama.channels.sms.address");
			}
			this.dispatch = new Dispatch(crews);
		}
		return this.dispatch;
	}

	/** If anything was sent since the start. */
	synchronized Optional<Dispatch> running() {
		return Optional.ofNullable(this.dispatch);
	}

	private ProviderKind kind(ProviderAddress address) {
		String scheme = String.valueOf(address.uri().getScheme());
		return this.kinds.stream()
			.filter((one) -> one.schemes().contains(scheme))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("知らない事業者です / no such kind of provider: " + scheme));
	}

	@Override
	public synchronized void destroy() {
		if (this.dispatch != null) {
			this.dispatch.close();
		}
	}

}
