package jp.kodama.intake.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jp.kodama.intake.LetterReceived;
import jp.kodama.policy.verdict.Verdict;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what comes by every source. A kind whose source is alive without sending letters
 * (a poll that found nothing new, a line that beats) says so by {@link #heard}; one that
 * cannot work says why by {@link #trouble}. Both are quick and never fail.
 */
@Component("sourceWatch")
public class SourceWatch {

	/** How often a mere sign of life is written down. */
	private static final Duration BEAT = Duration.ofSeconds(10);

	private final Sources sources;

	private final HeardTable table;

	private final Clock clock;

	private final Map<String, Heard> news = new ConcurrentHashMap<>();

	private final Map<String, Instant> kept = new ConcurrentHashMap<>();

	private final Map<String, String> troubles = new ConcurrentHashMap<>();

	SourceWatch(Sources sources, HeardTable table, Clock clock) {
		this.sources = sources;
		this.table = table;
		this.clock = clock;
	}

	/** A sign of life: what troubled it is over. */
	public void heard(String source) {
		this.troubles.remove(source);
		Instant now = this.clock.instant();
		this.news.merge(source, Heard.nothing(now).life(now), (old, more) -> old.life(now));
	}

	/** It cannot work; true until it is heard, or works again. */
	public void trouble(String source, String why) {
		this.troubles.put(source, why);
	}

	/** It works again, though nothing was heard yet. */
	public void works(String source) {
		this.troubles.remove(source);
	}

	/** How every source is doing. Not while news is on its way into the table. */
	public synchronized List<SourceState> all() {
		Map<String, Heard> stored = this.table.all();
		Instant now = this.clock.instant();
		return this.sources.all().stream().map((source) -> {
			Heard before = stored.getOrDefault(source.id(), Heard.nothing(now));
			Heard heard = before.and(this.news.getOrDefault(source.id(), Heard.nothing(now)));
			return SourceState.of(source, heard, this.troubles.getOrDefault(source.id(), ""), now);
		}).toList();
	}

	/** From now on, every source is watched; silence counts from the first time on. */
	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		Instant now = this.clock.instant();
		Map<String, Heard> fresh = new HashMap<>();
		this.sources.all()
			.stream()
			.filter(SourceSettings::enabled)
			.forEach((source) -> fresh.put(source.id(), Heard.nothing(now)));
		this.table.add(fresh);
	}

	@EventListener
	void received(LetterReceived event) {
		Instant now = this.clock.instant();
		boolean refused = event.taken().decision().verdict() == Verdict.REJECT;
		String why = event.taken().decision().reason();
		this.troubles.remove(event.source());
		this.news.compute(event.source(), (source, old) -> {
			Heard before = (old != null) ? old : Heard.nothing(now);
			return refused ? before.refused(now, why) : before.letter(now);
		});
	}

	/** What was heard last before an orderly stop. */
	@EventListener(ContextClosedEvent.class)
	void end() {
		this.kept.clear();
		keep();
	}

	/** Writes down what is new. If the store fails, it is written the next time. */
	synchronized void keep() {
		Map<String, Heard> taken = new HashMap<>();
		for (SourceSettings source : this.sources.all()) {
			Heard more = this.news.get(source.id());
			if (more != null && worthIt(source.id(), more) && this.news.remove(source.id(), more)) {
				taken.put(source.id(), more);
			}
		}
		if (taken.isEmpty()) {
			return;
		}
		try {
			this.table.add(taken);
			taken.forEach((source, heard) -> this.kept.put(source, heard.last()));
		}
		catch (RuntimeException ex) {
			taken.forEach((source, heard) -> this.news.merge(source, heard, Heard::and));
			throw ex;
		}
	}

	/** A line that beats every second must not cost a commit every second. */
	private boolean worthIt(String source, Heard more) {
		return more.letters() > 0 || more.last().isAfter(this.kept.getOrDefault(source, Instant.EPOCH).plus(BEAT));
	}

}
