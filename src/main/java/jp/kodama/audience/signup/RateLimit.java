package jp.kodama.audience.signup;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * How often one network address may ask within an hour. In memory only: an address is
 * personal data, and a restart forgives.
 */
@Component
class RateLimit {

	private static final int PER_HOUR = 20;

	private static final int REMEMBERED = 10_000;

	private static final long HOUR = 3_600_000;

	private final Map<String, Integer> asked = new ConcurrentHashMap<>();

	private final Clock clock;

	private long hour;

	RateLimit(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Counts one.
	 * @return whether it is still allowed; nobody is while more ask than can be
	 * remembered
	 */
	synchronized boolean allows(String from) {
		long now = this.clock.millis() / HOUR;
		if (now != this.hour) {
			this.asked.clear();
			this.hour = now;
		}
		if (this.asked.size() >= REMEMBERED && !this.asked.containsKey(from)) {
			return false;
		}
		return this.asked.merge(from, 1, Integer::sum) <= PER_HOUR;
	}

}
