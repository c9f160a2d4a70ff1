package jp.kodama.channel.sms;

import jp.kodama.channel.sms.provider.Crew;
import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Inquiry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Keeps the providers of a live channel connected: answers come at any time. */
@Component
class Tending implements Inquiry {

	private static final Logger log = LoggerFactory.getLogger(Tending.class);

	private final Channels channels;

	private final Providers providers;

	Tending(Channels channels, Providers providers) {
		this.channels = channels;
		this.providers = providers;
	}

	@Override
	public void ask() {
		if (this.channels.has(Incoming.CHANNEL) && this.channels.get(Incoming.CHANNEL).live()) {
			try {
				this.providers.dispatch().crews().forEach(Crew::tend);
			}
			catch (IllegalStateException | IllegalArgumentException ex) {
				log.debug("not configured: {}", ex.getMessage());
			}
		}
	}

}
