package jp.kodama.channel.sms.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Secret;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * One provider, as {@code address} in {@code config/channels.yaml} names it: a URI whose
 * query holds options; several stand apart by blanks, the preferred first. What it does
 * not say is taken from the channel's limits and secret.
 *
 * @param uri without its query
 * @param options the query
 * @param channel what else is configured
 */
public record ProviderAddress(URI uri, Map<String, String> options, ChannelSettings channel) {

	/** All of the channel's; none if it has no address. */
	public static List<ProviderAddress> of(ChannelSettings channel) {
		List<ProviderAddress> all = new ArrayList<>();
		Stream.of(channel.address().strip().split("\\s+")).filter((one) -> !one.isEmpty()).forEach((one) -> {
			UriComponents parts = UriComponentsBuilder.fromUriString(one).build();
			Map<String, String> query = new HashMap<>();
			parts.getQueryParams()
				.toSingleValueMap()
				.forEach((name, value) -> query.put(name,
						(value != null) ? UriUtils.decode(value, StandardCharsets.UTF_8) : ""));
			all.add(new ProviderAddress(UriComponentsBuilder.fromUriString(one).replaceQuery(null).build().toUri(),
					query, channel));
		});
		return all;
	}

	/** How officers and logs call it: never holds a secret. */
	public String name() {
		return word("name", this.uri.getHost() + ((this.uri.getPort() < 0) ? "" : ":" + this.uri.getPort()));
	}

	/** An option, or the channel's limit of that name, or another. */
	public String word(String option, String otherwise) {
		return this.options.getOrDefault(option, this.channel.profile().word(option, otherwise));
	}

	/**
	 * An option, or the channel's limit of that name.
	 * @throws IllegalStateException that says what is not set
	 */
	public String required(String option) {
		String own = this.options.getOrDefault(option, "");
		return own.isEmpty() ? this.channel.required(option) : own;
	}

	/** A whole number. */
	public int number(String option) {
		String value = word(option, "");
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(name() + ": " + option + " は整数ではありません / is not a whole number: " + value,
					ex);
		}
	}

	/** A time such as {@code 15s}. */
	public Duration time(String option) {
		return DurationStyle.detectAndParse(word(option, ""));
	}

	/**
	 * Its own secret ({@code secret=env:NAME}), or the channel's.
	 * @throws IllegalStateException that says what is not set
	 */
	public String secret() {
		String own = this.options.getOrDefault("secret", "");
		Optional<String> found = own.isEmpty() ? Optional.of(this.channel.requiredSecret()) : Secret.read(own);
		return found.orElseThrow(
				() -> new IllegalStateException(name() + ": secret がありません / secret is not set, or not readable"));
	}

	/** Numbers it is for, by their beginnings; empty for all. */
	List<String> prefixes() {
		return Stream.of(word("prefix", "").split(",")).filter((one) -> !one.isBlank()).toList();
	}

}
