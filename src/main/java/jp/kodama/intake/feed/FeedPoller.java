package jp.kodama.intake.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import jp.kodama.intake.Answer;
import jp.kodama.intake.Reception;
import jp.kodama.intake.Taken;
import jp.kodama.intake.feed.EntryTable.Waiting;
import jp.kodama.intake.feed.Feeds.Answers;
import jp.kodama.intake.source.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * One round of a feed source: what is new, fetched, in the order of issue. A round is
 * repeated every second; that the feed itself is asked less often, its own rule sees to.
 */
@Component("feedPoller")
class FeedPoller {

	private static final Logger log = LoggerFactory.getLogger(FeedPoller.class);

	/** Written down together: a telegram that is fetched twice does no harm. */
	private static final int TOGETHER = 100;

	private static final Duration REMEMBERED = Duration.ofDays(30);

	private final Sources sources;

	private final Feeds feeds;

	private final EntryTable entries;

	private final Fetcher fetcher;

	private final Reception reception;

	private final Clock clock;

	private final Map<String, Round> rounds = new ConcurrentHashMap<>();

	FeedPoller(Sources sources, Feeds feeds, EntryTable entries, Fetcher fetcher, Reception reception, Clock clock) {
		this.sources = sources;
		this.feeds = feeds;
		this.entries = entries;
		this.fetcher = fetcher;
		this.reception = reception;
		this.clock = clock;
	}

	/** The telegrams that are new; they are fetched while those before are handled. */
	public Iterator<List<Arrival>> poll(String source) {
		FeedSettings feed = FeedSettings.of(this.sources.get(source));
		Answers answers = this.feeds.ask(feed);
		this.rounds.put(source, new Round(answers, new ArrayList<>(), new AtomicBoolean(true)));
		List<Waiting> waiting = new ArrayList<>(this.entries.waiting(source, this.clock.instant()));
		answers.whole().forEach((entry) -> waiting.add(new Waiting(entry, 0)));
		waiting.sort(Comparator.comparing((one) -> one.entry().updated()));
		return new Arrivals(new ArrayDeque<>(waiting),
				new Telegrams(feed, this.fetcher, this.entries, this.reception, this.clock), feed.atOnce());
	}

	/**
	 * Takes some in, by one commit. What the store fails on comes again with the next
	 * round.
	 * @return the identifiers of the alerts released
	 */
	public List<String> take(List<Arrival> arrivals) {
		String source = arrivals.get(0).letter().source();
		Round round = java.util.Objects.requireNonNull(this.rounds.get(source));
		List<Answer> answers = this.reception.takeAll(arrivals.stream().map(Arrival::letter).toList());
		if (answers.stream().allMatch((one) -> one.taken() == null)) {
			answers.get(0).orThrow();
		}
		List<String> released = new ArrayList<>();
		for (int i = 0; i < answers.size(); i++) {
			Taken taken = answers.get(i).taken();
			if (taken != null) {
				released.addAll(taken.released());
				round.taken.add(arrivals.get(i).entry());
			}
			else {
				round.whole.set(false);
				log.warn("{}: {} comes again: the store failed on it", source, arrivals.get(i).entry().id(),
						answers.get(i).failure());
			}
		}
		if (round.taken.size() >= TOGETHER) {
			keep(source, round);
		}
		return released;
	}

	/** All of the round is on disk. */
	public void done(String source) {
		Round round = this.rounds.remove(source);
		if (round == null) {
			return;
		}
		keep(source, round);
		if (!round.whole.get()) {
			return;
		}
		round.answers.kept().forEach(Runnable::run);
		if (!round.answers.kept().isEmpty()) {
			this.entries.forget(this.clock.instant().minus(REMEMBERED));
		}
	}

	private void keep(String source, Round round) {
		if (!round.taken.isEmpty()) {
			Instant now = this.clock.instant();
			this.entries.taken(source, List.copyOf(round.taken), now);
			round.taken.clear();
		}
	}

	/** What a round has brought so far, and whether all of it was taken. */
	private record Round(Answers answers, List<Entry> taken, AtomicBoolean whole) {
	}

}
