package jp.kodama.channel.radio.sip;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import javax.sip.header.RetryAfterHeader;
import javax.sip.message.Response;

/**
 * What the final answers of RFC 3261, 21 mean for a broadcast. Only what no later call
 * could change is for good: a unit that is not registered now may be in a minute.
 */
final class Refusals {

	private static final Set<Integer> FOR_GOOD = Set.of(Response.UNAUTHORIZED, Response.PROXY_AUTHENTICATION_REQUIRED,
			Response.FORBIDDEN, Response.UNSUPPORTED_URI_SCHEME, Response.ADDRESS_INCOMPLETE,
			Response.NOT_ACCEPTABLE_HERE, Response.SESSION_NOT_ACCEPTABLE);

	private static final Map<Integer, String> WORDS = Map.of(Response.BUSY_HERE, "話し中", Response.BUSY_EVERYWHERE, "話し中",
			Response.TEMPORARILY_UNAVAILABLE, "応答なし", Response.REQUEST_TIMEOUT, "応答なし", Response.NOT_FOUND, "番号が未登録",
			Response.UNAUTHORIZED, "認証できません", Response.PROXY_AUTHENTICATION_REQUIRED, "認証できません", Response.FORBIDDEN,
			"接続が許可されていません", Response.DECLINE, "着信拒否", Response.NOT_ACCEPTABLE_HERE, "音声の方式が合いません");

	/** No unit may put off an alert for longer. */
	private static final int LONGEST_WAIT = 60;

	private Refusals() {
	}

	static CallFailed of(Response response) {
		int status = response.getStatusCode();
		int wait = (response.getHeader(RetryAfterHeader.NAME) instanceof RetryAfterHeader header)
				? header.getRetryAfter() : 0;
		String words = WORDS.getOrDefault(status, "通話できません") + " / " + status + " " + response.getReasonPhrase();
		return new CallFailed(words, FOR_GOOD.contains(status), Duration.ofSeconds(Math.min(wait, LONGEST_WAIT)));
	}

}
