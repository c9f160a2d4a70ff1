package jp.kodama.channel.line;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.parser.LineSignatureValidator;
import com.linecorp.bot.parser.WebhookParser;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** The municipality's official account, as configured. */
@Component
class LineAccount {

	static final String CHANNEL = "line";

	private final Channels channels;

	private @Nullable MessagingApiClient client;

	LineAccount(Channels channels) {
		this.channels = channels;
	}

	/** Whether anybody may be written to by it. */
	boolean live() {
		return this.channels.has(CHANNEL) && settings().live();
	}

	ChannelSettings settings() {
		return this.channels.get(CHANNEL);
	}

	/**
	 * Its client. Made only when it is first needed: a channel that is off needs no
	 * settings.
	 * @throws IllegalStateException that says, for a status page, what is not set
	 */
	synchronized MessagingApiClient client() {
		if (this.client == null) {
			ChannelSettings settings = settings();
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

	/**
	 * Reads what LINE signed with the channel secret; empty while
	 * {@code limits.webhook-secret} points to none.
	 */
	Optional<WebhookParser> parser() {
		if (!this.channels.has(CHANNEL)) {
			return Optional.empty();
		}
		return Secret.read(settings().profile().word("webhook-secret", ""))
			.map((secret) -> new WebhookParser(new LineSignatureValidator(secret.getBytes(StandardCharsets.UTF_8))));
	}

}
