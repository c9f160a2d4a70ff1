package jp.kodama.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The files of the inbox: which may be taken, and where they go. */
@Component
class InboxFolder implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(InboxFolder.class);

	/** A name that tells that the file is still being written. */
	private static final Pattern UNFINISHED = Pattern.compile("(?i)[.].*|.*[.](tmp|part)");

	/** A file that was copied in, not renamed, may still be growing. */
	private static final Duration SETTLED = Duration.ofMillis(500);

	/** Large ones are taken one by one: they are in memory together. */
	private static final long MOST_BYTES = 4L * 1024 * 1024;

	private final Path folder;

	private final Clock clock;

	private final FolderWatch watch;

	private final Deque<Aged> listed = new ArrayDeque<>();

	private final Postponed postponed = new Postponed();

	InboxFolder(@Value("${kodama.home}") Path home, @Value("${kodama.inbox-every:20ms}") Duration every, Clock clock)
			throws IOException {
		this.folder = Files.createDirectories(home.resolve(Inbox.SOURCE));
		this.watch = new FolderWatch(this.folder, every);
		this.clock = clock;
	}

	/**
	 * Files that may be taken now, the oldest first; none: there were none, and something
	 * has come since or a moment has passed.
	 */
	List<Path> next(int most) throws IOException, InterruptedException {
		if (this.listed.isEmpty()) {
			list();
		}
		if (this.listed.isEmpty()) {
			this.watch.await();
		}
		List<Path> next = new ArrayList<>();
		long bytes = 0;
		while (!this.listed.isEmpty() && next.size() < most
				&& (next.isEmpty() || bytes + this.listed.element().bytes() <= MOST_BYTES)) {
			bytes += this.listed.element().bytes();
			next.add(this.listed.remove().file());
		}
		return next;
	}

	/** Begins again with the oldest. */
	void again() {
		this.listed.clear();
	}

	/** Whether it has not changed for a moment. */
	boolean settled(Path file) throws IOException {
		return Files.getLastModifiedTime(file).toInstant().plus(SETTLED).isBefore(this.clock.instant());
	}

	/** It is looked at again in a moment. */
	void growing(Path file) {
		this.postponed.growing(file, this.clock.instant());
	}

	/** It stays, and is tried again: soon, then less and less often. */
	void later(Path file, String why) {
		int tries = this.postponed.failed(file, this.clock.instant());
		log.warn("{} stays in the inbox, try {}: {}", file, tries, why);
	}

	/** Puts it away, in place of one of the same name. */
	void move(Path file, String where) {
		try {
			Path target = Files.createDirectories(this.folder.resolveSibling(where));
			Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			this.postponed.done(file);
		}
		catch (NoSuchFileException ex) {
			log.warn("{} was taken and is gone", file);
		}
		catch (IOException ex) {
			later(file, "taken, and cannot be moved: " + ex);
		}
	}

	@Override
	public void destroy() throws IOException {
		this.watch.close();
	}

	private void list() throws IOException {
		Instant now = this.clock.instant();
		List<Aged> files = new ArrayList<>();
		try (Stream<Path> all = Files.list(this.folder)) {
			all.filter((file) -> !UNFINISHED.matcher(file.getFileName().toString()).matches())
				.filter((file) -> this.postponed.due(file, now))
				.forEach((file) -> age(file, files));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		this.postponed.forgetGone();
		files.sort(Comparator.comparing(Aged::changed).thenComparing(Aged::file));
		this.listed.addAll(files);
	}

	private static void age(Path file, List<Aged> files) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			if (attributes.isRegularFile()) {
				files.add(new Aged(file, attributes.lastModifiedTime().toInstant(), attributes.size()));
			}
		}
		catch (IOException ex) {
			log.debug("{} is gone", file, ex);
		}
	}

	/** A file, when it last changed, and how large it is. */
	private record Aged(Path file, Instant changed, long bytes) {
	}

}
