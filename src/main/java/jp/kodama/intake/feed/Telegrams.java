package jp.kodama.intake.feed;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import jp.kodama.intake.Reception;
import jp.kodama.intake.feed.EntryTable.Waiting;
import jp.kodama.intake.xml.Unreadable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The telegrams of one feed. One that cannot be had is tried again for a day, one that is
 * not there for a quarter of an hour; then it is refused by name, so that somebody looks.
 */
final class Telegrams {

	private static final Logger log = LoggerFactory.getLogger(Telegrams.class);

	private static final Duration FIRST = Duration.ofSeconds(2);

	private static final Duration CAP = Duration.ofMinutes(15);

	private static final int MOST_TRIES = 100;

	/** Feeds run ahead of their telegrams by a little. */
	private static final int MOST_TRIES_ABSENT = 9;

	/** A body that is not whole, is fetched again; one that stays so, is refused. */
	private static final int MOST_TRIES_BROKEN = 3;

	private final FeedSettings feed;

	private final Fetcher fetcher;

	private final EntryTable entries;

	private final Reception reception;

	private final Clock clock;

	Telegrams(FeedSettings feed, Fetcher fetcher, EntryTable entries, Reception reception, Clock clock) {
		this.feed = feed;
		this.fetcher = fetcher;
		this.entries = entries;
		this.reception = reception;
		this.clock = clock;
	}

	/** Its bytes; fails if they cannot be had now. */
	CompletableFuture<byte[]> fetch(Waiting waiting) {
		if (waiting.entry().whole()) {
			return CompletableFuture.completedFuture(waiting.entry().content());
		}
		return this.fetcher.get(waiting.entry().link(), this.feed).thenApply((answer) -> body(answer, waiting));
	}

	Arrival arrival(Waiting waiting, byte[] bytes) {
		return new Arrival(this.reception.named(this.feed.source(), name(waiting.entry()), bytes), waiting.entry());
	}

	/**
	 * It cannot be had now.
	 * @return null; or, once there is no more hope, what tells of it
	 */
	@Nullable Arrival failed(Waiting waiting, Throwable cause) {
		Entry entry = waiting.entry();
		int most = (cause instanceof Absent) ? MOST_TRIES_ABSENT : MOST_TRIES;
		boolean giveUp = waiting.tries() + 1 >= most;
		this.entries.failed(this.feed.source(), entry.id(),
				this.clock.instant().plus(BackOff.after(FIRST, waiting.tries(), CAP)), giveUp);
		log.warn("{}: {} cannot be fetched, try {}: {}", this.feed.source(), entry.link(), waiting.tries() + 1,
				cause.toString());
		if (!giveUp) {
			return null;
		}
		Unreadable why = new Unreadable("フィードにある電文を取得できませんでした: " + entry.link(),
				"listed in the feed, but cannot be fetched: " + cause);
		return new Arrival(
				this.reception.named(this.feed.source(), name(entry), entry.link().getBytes(StandardCharsets.UTF_8))
					.spoiled(why),
				entry);
	}

	private static byte[] body(HttpResponse<byte[]> answer, Waiting waiting) {
		if (answer.statusCode() == 404 || answer.statusCode() == 410) {
			throw new CompletionException(new Absent(answer.statusCode()));
		}
		if (answer.statusCode() != 200) {
			throw new CompletionException(new IOException("HTTP " + answer.statusCode()));
		}
		if (!whole(answer.body()) && waiting.tries() + 1 < MOST_TRIES_BROKEN) {
			throw new CompletionException(new IOException("cut off after " + answer.body().length + " bytes"));
		}
		return answer.body();
	}

	/** XML ends with a tag. An answer that is shorter than it says has failed before. */
	private static boolean whole(byte[] bytes) {
		int last = bytes.length - 1;
		while (last >= 0 && Character.isWhitespace(bytes[last])) {
			last--;
		}
		return last >= 0 && bytes[last] == '>';
	}

	private static String name(Entry entry) {
		return entry.link().isEmpty() ? "cap.xml" : entry.link().replaceAll(".*/", "");
	}

	/** There is no such telegram, so far. */
	private static final class Absent extends IOException {

		private static final long serialVersionUID = 1L;

		Absent(int status) {
			super("HTTP " + status);
		}

	}

}
