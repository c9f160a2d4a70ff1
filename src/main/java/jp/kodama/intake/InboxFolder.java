package jp.kodama.intake;

import java.io.IOException;
import java.io.InputStream;
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

import jp.kodama.intake.xml.SafeXml;
import jp.kodama.intake.xml.Unreadable;
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

	/** What is looked at of a file that is too large to read. */
	private static final int BEGINNING = 64 * 1024;

	private final Path folder;

	private final Clock clock;

	private final FolderWatch watch;

	private final Deque<Path> listed = new ArrayDeque<>();

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
		while (next.size() < most && !this.listed.isEmpty()) {
			next.add(this.listed.remove());
		}
		return next;
	}

	/** Begins again with the oldest. */
	void again() {
		this.listed.clear();
	}

	/** However large a file is or grows, no more of it is read. */
	Letter letter(Path file) throws IOException {
		boolean large = Files.size(file) > SafeXml.MAX_BYTES;
		try (InputStream in = Files.newInputStream(file)) {
			Letter letter = new Letter(Inbox.SOURCE, file.getFileName().toString(),
					in.readNBytes(large ? BEGINNING : SafeXml.MAX_BYTES + 1));
			return large ? letter.spoiled(new Unreadable("大きすぎます（上限 " + SafeXml.MAX_BYTES + " バイト）",
					"larger than " + SafeXml.MAX_BYTES + " bytes")) : letter;
		}
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
		files.forEach((one) -> this.listed.add(one.file()));
	}

	private static void age(Path file, List<Aged> files) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			if (attributes.isRegularFile()) {
				files.add(new Aged(file, attributes.lastModifiedTime().toInstant()));
			}
		}
		catch (IOException ex) {
			log.debug("{} is gone", file, ex);
		}
	}

	/** A file and when it last changed. */
	private record Aged(Path file, Instant changed) {
	}

}
