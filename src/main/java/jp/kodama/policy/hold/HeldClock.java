package jp.kodama.policy.hold;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Alarms for every alert that waits too long for an officer, again and again, in the log
 * and as {@code kodama_held_waiting}, {@code kodama_held_oldest_seconds} and
 * {@code kodama_held_alarms_total}. One whose time runs out undecided is said to have.
 */
@Component
class HeldClock {

	private static final Logger log = LoggerFactory.getLogger(HeldClock.class);

	private final HeldAlerts held;

	private final AlertJournal journal;

	private final MeterRegistry meters;

	private final Clock clock;

	private final Map<String, Long> rung = new HashMap<>();

	private volatile List<Held> waiting = List.of();

	HeldClock(HeldAlerts held, AlertJournal journal, MeterRegistry meters, Clock clock) {
		this.held = held;
		this.journal = journal;
		this.meters = meters;
		this.clock = clock;
		meters.gauge("kodama.held.waiting", this, (own) -> own.waiting.size());
		meters.gauge("kodama.held.oldest.seconds", this, (own) -> own.oldest().toMillis() / 1000.0);
	}

	/** Looks at the clock. Called every second. */
	synchronized void ring() {
		List<Held> now = this.held.waiting();
		this.waiting = now;
		this.rung.keySet().retainAll(now.stream().map((one) -> one.entry().alert().identifier()).toList());
		now.forEach(this::ring);
	}

	private void ring(Held one) {
		String identifier = one.entry().alert().identifier();
		if (!one.entry().alert().expires().toInstant().isAfter(this.clock.instant())) {
			this.journal.move(identifier, State.EXPIRED, "kodama", "誰も判断しないまま期限が過ぎた / nobody decided in time");
			log.error("{}: 誰も判断しないまま期限が過ぎました / expired, nobody decided: {}", identifier, headline(one));
			return;
		}
		Long before = this.rung.put(identifier, one.alarms());
		if (one.alarms() > ((before != null) ? before : 0)) {
			this.meters.counter("kodama.held.alarms").increment();
			log.warn("{}: 職員の判断を{}分待っています / waits for an officer for {} min: {}", identifier, one.waited().toMinutes(),
					one.waited().toMinutes(), headline(one));
		}
	}

	private Duration oldest() {
		return this.waiting.isEmpty() ? Duration.ZERO
				: Duration.between(this.waiting.get(0).entry().since(), this.clock.instant());
	}

	private static String headline(Held one) {
		return one.entry().alert().main().text().headline();
	}

}
