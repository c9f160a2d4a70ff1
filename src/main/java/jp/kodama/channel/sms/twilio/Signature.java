package jp.kodama.channel.sms.twilio;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.twilio.security.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.channel.sms.provider.ProviderAddress;
import jp.kodama.delivery.Channels;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Whether Twilio has really said it: {@code X-Twilio-Signature} is an HMAC of the address
 * it was told to call and of every field, by the account's token.
 */
@Component
class Signature {

	private final Channels channels;

	Signature(Channels channels) {
		this.channels = channels;
	}

	/**
	 * The account that a call comes from, its signature being right.
	 * @throws ResponseStatusException 403 if it is not, or the account is not ours
	 */
	ProviderAddress check(HttpServletRequest request, Hook hook, Map<String, String> fields) {
		String signature = Optional.ofNullable(request.getHeader("X-Twilio-Signature")).orElse("");
		return accounts().stream()
			.filter((one) -> !one.word("account", "").isEmpty()
					&& one.word("account", "").equals(fields.get("AccountSid")))
			.filter((one) -> new RequestValidator(one.secret()).validate(url(request, hook, one), fields, signature))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN, "not signed by our account"));
	}

	/** The fields of the body; those of the address are signed with the address. */
	static Map<String, String> fields(HttpServletRequest request) {
		String query = Optional.ofNullable(request.getQueryString()).orElse("");
		Set<String> inAddress = UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet();
		return request.getParameterMap()
			.entrySet()
			.stream()
			.filter((one) -> !inAddress.contains(one.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> one.getValue()[0]));
	}

	private List<ProviderAddress> accounts() {
		return this.channels.has(Incoming.CHANNEL) ? ProviderAddress.of(this.channels.get(Incoming.CHANNEL))
			.stream()
			.filter((one) -> TwilioKind.SCHEMES.contains(String.valueOf(one.uri().getScheme())))
			.toList() : List.of();
	}

	/** Behind a proxy the request does not show what Twilio called: it is configured. */
	private static String url(HttpServletRequest request, Hook hook, ProviderAddress account) {
		URI configured = hook.at(account.word("public-url", ""));
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		return ((configured != null) ? configured.toString() : request.getRequestURL().toString()) + query;
	}

}
