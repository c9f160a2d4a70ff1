package jp.kodama.intake.feed;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failure: twice as long each time up to a cap, and never as
 * long as the neighbour, so that a provider that comes back is not met by all at once.
 */
final class BackOff {

	private static final int DOUBLINGS = 10;

	private BackOff() {
	}

	/**
	 * The wait.
	 * @param first after the first failure; it is never shorter
	 * @param failures how many there were before this one
	 */
	static Duration after(Duration first, int failures, Duration cap) {
		Duration wait = first.multipliedBy(1L << Math.min(failures, DOUBLINGS));
		Duration capped = (wait.compareTo(cap) < 0) ? wait : cap;
		Duration least = (capped.compareTo(first) > 0) ? capped : first;
		return least.plusMillis(ThreadLocalRandom.current().nextLong(least.toMillis() / 4 + 1));
	}

}
