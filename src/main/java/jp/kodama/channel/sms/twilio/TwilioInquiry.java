package jp.kodama.channel.sms.twilio;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import jp.kodama.channel.sms.provider.Asked;
import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.channel.sms.provider.ProviderAddress;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Inquiry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Asks Twilio about messages whose callbacks never came; callbacks get lost. */
@Component
class TwilioInquiry implements Inquiry {

	private static final Logger log = LoggerFactory.getLogger(TwilioInquiry.class);

	/** At a time; the rest a minute later. */
	private static final int MOST = 200;

	private final Channels channels;

	private final StatusReports reports;

	private final Incoming incoming;

	private final Clock clock;

	TwilioInquiry(Channels channels, StatusReports reports, Incoming incoming, Clock clock) {
		this.channels = channels;
		this.reports = reports;
		this.incoming = incoming;
		this.clock = clock;
	}

	@Override
	public void ask() {
		if (!this.channels.has(Incoming.CHANNEL) || !this.channels.get(Incoming.CHANNEL).live()) {
			return;
		}
		ChannelSettings channel = this.channels.get(Incoming.CHANNEL);
		for (ProviderAddress address : ProviderAddress.of(channel)) {
			if (TwilioKind.SCHEMES.contains(String.valueOf(address.uri().getScheme()))) {
				List<Asked> open = this.incoming.ask(address.name(), MOST);
				if (!open.isEmpty()) {
					ask(address, open);
				}
			}
		}
	}

	private void ask(ProviderAddress address, List<Asked> open) {
		TwilioAccount account = new TwilioAccount(address);
		for (Asked one : open) {
			try {
				Message known = account.ask(one.id());
				this.reports.said(address,
						new StatusReports.Said(one.id(), "" + known.getStatus(),
								Objects.toString(known.getErrorCode(), ""), Objects.toString(known.getTo(), ""),
								this.clock.instant()));
			}
			catch (ApiException | Busy | UncheckedIOException ex) {
				log.info("{}: Twilio could not say what became of it: {}", one.id(), ex.getMessage());
			}
		}
		account.close();
	}

}
