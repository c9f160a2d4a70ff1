package jp.kodama.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are to be looked at again later: one that is being written in a moment, one
 * that fails after a second and then less and less often.
 */
final class Postponed {

	private static final Duration MOMENT = Duration.ofMillis(50);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final Map<Path, Later> files = new ConcurrentHashMap<>();

	boolean due(Path file, Instant now) {
		Later later = this.files.get(file);
		return later == null || !later.until().isAfter(now);
	}

	/** It is still being written. */
	void growing(Path file, Instant now) {
		this.files.put(file, new Later(now.plus(MOMENT), 0));
	}

	/**
	 * It failed.
	 * @return how often by now
	 */
	int failed(Path file, Instant now) {
		return this.files.compute(file, (key, before) -> Later.after((before != null) ? before.failures() : 0, now))
			.failures();
	}

	void done(Path file) {
		this.files.remove(file);
	}

	void forgetGone() {
		this.files.keySet().removeIf((file) -> !Files.exists(file));
	}

	/** When, and how often it failed before. */
	private record Later(Instant until, int failures) {

		static Later after(int failures, Instant now) {
			Duration wait = Duration.ofSeconds(1L << Math.min(failures, 6));
			return new Later(now.plus((wait.compareTo(LONGEST) < 0) ? wait : LONGEST), failures + 1);
		}

	}

}
