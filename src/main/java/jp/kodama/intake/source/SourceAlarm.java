package jp.kodama.intake.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Raises the alarm when a source falls silent: once, until it is heard again. After a
 * start every source has a little time to be heard: it was us who did not listen.
 */
@Component("sourceAlarm")
class SourceAlarm {

	private static final Logger log = LoggerFactory.getLogger(SourceAlarm.class);

	private static final Duration GRACE = Duration.ofMinutes(2);

	private final SourceWatch watch;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Instant started;

	private final Set<String> silent = ConcurrentHashMap.newKeySet();

	private final Map<String, Duration> silences = new ConcurrentHashMap<>();

	SourceAlarm(SourceWatch watch, ApplicationEventPublisher events, Clock clock) {
		this.watch = watch;
		this.events = events;
		this.clock = clock;
		this.started = clock.instant();
	}

	/** Writes down what was heard, and looks at every source. */
	void look() {
		this.watch.keep();
		Instant now = this.clock.instant();
		for (SourceState state : this.watch.all()) {
			this.silences.put(state.settings().id(), state.silence(now));
			look(state, now);
		}
	}

	/** How long nothing was heard of a source, when it was last looked at. */
	Duration silence(String source) {
		return this.silences.getOrDefault(source, Duration.ZERO);
	}

	private void look(SourceState state, Instant now) {
		String id = state.settings().id();
		Duration most = state.settings().entry().silentAfter();
		if (most == null || !state.settings().enabled() || state.silence(now).compareTo(most) <= 0) {
			heardAgain(id);
			return;
		}
		Duration grace = (most.compareTo(GRACE) < 0) ? most : GRACE;
		if (now.isAfter(this.started.plus(grace)) && this.silent.add(id)) {
			log.warn("受信源 {} が{}秒途絶えています / source {}: nothing heard for {} s", id, state.silence(now).toSeconds(), id,
					state.silence(now).toSeconds());
			this.events.publishEvent(new SourceSilent(id, state.silence(now)));
		}
	}

	private void heardAgain(String id) {
		if (this.silent.remove(id)) {
			log.info("source {}: heard again", id);
			this.events.publishEvent(new SourceHeardAgain(id));
		}
	}

}
