package jp.kodama.intake.feed;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

import jp.kodama.intake.feed.FeedTable.Asked;
import jp.kodama.intake.source.SourceWatch;
import jp.kodama.intake.xml.Unreadable;

import org.springframework.stereotype.Component;

/**
 * Asks feeds, never more often than their rule, and finds out what is new in them and
 * whether anything was missed.
 */
@Component
class Feeds {

	/** 気象庁's frequent feeds reach back ten minutes at least. */
	private static final Duration REACH = Duration.ofMinutes(8);

	private static final Duration CAP = Duration.ofMinutes(5);

	private final FeedTable table;

	private final EntryTable entries;

	private final Fetcher fetcher;

	private final SourceWatch watch;

	private final Clock clock;

	Feeds(FeedTable table, EntryTable entries, Fetcher fetcher, SourceWatch watch, Clock clock) {
		this.table = table;
		this.entries = entries;
		this.fetcher = fetcher;
		this.watch = watch;
		this.clock = clock;
	}

	/** Asks a source's feed, and the longer one while there is a gap. */
	Answers ask(FeedSettings feed) {
		Answers answers = new Answers(new ArrayList<>(), new ArrayList<>());
		Instant now = this.clock.instant();
		Optional<Asked> before = this.table.claim(feed.source(), feed.address(), now, now.plus(feed.every()));
		if (before.isEmpty()) {
			return answers;
		}
		Asked asked = before.get();
		Optional<List<Entry>> told = ask(feed, feed.address(), asked, answers);
		long gap = asked.gap();
		if (told.isPresent() && !feed.longer().isEmpty() && missed(asked, told.get(), answers, now)) {
			gap = told.get().isEmpty() ? now.toEpochMilli() : told.get().get(0).updated().toEpochMilli();
			this.table.gap(feed.source(), feed.address(), gap);
		}
		if (gap > 0) {
			close(feed, gap, answers);
		}
		return answers;
	}

	/**
	 * The longer feed changes only once an hour: the gap stays until it reaches over it.
	 */
	private void close(FeedSettings feed, long gap, Answers answers) {
		Instant now = this.clock.instant();
		Optional<Asked> before = this.table.claim(feed.source(), feed.longer(), now, now.plus(feed.every()));
		if (before.isEmpty()) {
			return;
		}
		List<Entry> told = ask(feed, feed.longer(), before.get(), answers).orElse(List.of());
		if (!told.isEmpty() && told.get(told.size() - 1).updated().toEpochMilli() >= gap) {
			this.table.gap(feed.source(), feed.address(), 0);
		}
	}

	/** All that a feed tells; empty if it told nothing new, or nothing at all. */
	private Optional<List<Entry>> ask(FeedSettings feed, String address, Asked asked, Answers answers) {
		try {
			List<String> headers = new ArrayList<>();
			header(headers, "If-None-Match", asked.etag());
			header(headers, "If-Modified-Since", asked.modified());
			HttpResponse<byte[]> answer = this.fetcher.get(address, feed, headers.toArray(String[]::new)).join();
			if (answer.statusCode() == 304) {
				this.table.answered(feed.source(), address, asked.etag(), asked.modified(), this.clock.instant());
				this.watch.heard(feed.source());
				return Optional.empty();
			}
			if (answer.statusCode() != 200) {
				return failed(feed, address, asked, "HTTP " + answer.statusCode());
			}
			List<Entry> told = FeedReader.read(answer.body(), feed, address);
			fresh(feed, told, answers);
			answers.kept.add(() -> this.table.answered(feed.source(), address, first(answer, "ETag"),
					first(answer, "Last-Modified"), this.clock.instant()));
			this.watch.heard(feed.source());
			return Optional.of(told);
		}
		catch (CompletionException ex) {
			return failed(feed, address, asked, String.valueOf(ex.getCause()));
		}
		catch (Unreadable ex) {
			return failed(feed, address, asked, String.valueOf(ex.getMessage()));
		}
	}

	private void fresh(FeedSettings feed, List<Entry> told, Answers answers) {
		if (told.isEmpty()) {
			return;
		}
		Set<String> known = this.entries.known(feed.source(), told.get(0).updated());
		List<Entry> fresh = told.stream().filter((entry) -> !known.contains(entry.id())).toList();
		this.entries.add(feed.source(), fresh.stream().filter((entry) -> !entry.whole()).toList(),
				this.clock.instant());
		fresh.stream().filter(Entry::whole).forEach(answers.whole::add);
		answers.overlap.set(fresh.size() < told.size());
	}

	/**
	 * Nothing that it tells was known, after a time in which it may have forgotten some.
	 */
	private static boolean missed(Asked asked, List<Entry> told, Answers answers, Instant now) {
		boolean absent = asked.answered() > 0 && now.minus(REACH).toEpochMilli() > asked.answered();
		return absent && (told.isEmpty() || !answers.overlap.get());
	}

	private Optional<List<Entry>> failed(FeedSettings feed, String address, Asked asked, String why) {
		Duration wait = BackOff.after(feed.every(), asked.failures(), CAP);
		this.table.failed(feed.source(), address, this.clock.instant().plus(wait));
		this.watch.trouble(feed.source(), "フィードを読めません / the feed cannot be read: " + address + ": " + why);
		return Optional.empty();
	}

	private static void header(List<String> headers, String name, String value) {
		if (!value.isEmpty()) {
			headers.add(name);
			headers.add(value);
		}
	}

	private static String first(HttpResponse<byte[]> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

	/**
	 * What feeds answered.
	 *
	 * @param whole new entries that brought their telegrams
	 * @param kept to be done when all of it is on disk
	 * @param overlap whether something that was told last was known
	 */
	record Answers(List<Entry> whole, List<Runnable> kept, java.util.concurrent.atomic.AtomicBoolean overlap) {

		Answers(List<Entry> whole, List<Runnable> kept) {
			this(whole, kept, new java.util.concurrent.atomic.AtomicBoolean());
		}

	}

}
