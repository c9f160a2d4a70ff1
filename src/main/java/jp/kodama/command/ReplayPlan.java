package jp.kodama.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.intake.MessageReader;
import org.jspecify.annotations.Nullable;

/**
 * What is played when: files as given, those of a folder by the time they were issued, at
 * their own intervals divided by a speed. A pause that would take too long is cut short,
 * and that is said.
 */
final class ReplayPlan {

	private final double speed;

	private final Duration longest;

	private final MessageReader reader;

	/**
	 * A plan.
	 * @param speed 60: an hour in a minute; 0: without pauses
	 * @param longest the longest pause
	 * @param reader knows when a message was issued
	 */
	ReplayPlan(double speed, Duration longest, MessageReader reader) {
		this.reader = reader;
		this.speed = speed;
		this.longest = longest;
	}

	/** Reads files and folders; of a folder, what ends in {@code .xml}. */
	List<Turn> of(List<Path> paths) throws IOException {
		List<Turn> turns = new ArrayList<>();
		Duration at = Duration.ZERO;
		OffsetDateTime before = null;
		for (Telegram telegram : telegrams(paths)) {
			Duration between = between(before, telegram.issued());
			Duration pause = pause(between);
			at = at.plus(pause);
			boolean cut = this.speed > 0 && pause.compareTo(this.longest) >= 0 && !between.isZero();
			turns.add(new Turn(telegram.file(), telegram.issued(), at, cut ? between : Duration.ZERO));
			before = (telegram.issued() != null) ? telegram.issued() : before;
		}
		return turns;
	}

	private Duration pause(Duration between) {
		if (this.speed <= 0) {
			return Duration.ZERO;
		}
		Duration pause = Duration.ofMillis((long) (between.toMillis() / this.speed));
		return (pause.compareTo(this.longest) < 0) ? pause : this.longest;
	}

	private static Duration between(@Nullable OffsetDateTime before, @Nullable OffsetDateTime next) {
		return (before == null || next == null || next.isBefore(before)) ? Duration.ZERO
				: Duration.between(before, next);
	}

	private List<Telegram> telegrams(List<Path> paths) throws IOException {
		List<Telegram> telegrams = new ArrayList<>();
		for (Path path : paths) {
			if (!Files.isDirectory(path)) {
				telegrams.add(read(path));
				continue;
			}
			List<Telegram> inside = new ArrayList<>();
			try (Stream<Path> files = Files.list(path)) {
				for (Path file : files.filter((one) -> one.toString().endsWith(".xml")).sorted().toList()) {
					inside.add(read(file));
				}
			}
			inside.sort(Comparator.comparing(Telegram::order));
			telegrams.addAll(inside);
		}
		return telegrams;
	}

	private Telegram read(Path file) throws IOException {
		return new Telegram(file, this.reader.issued(Files.readAllBytes(file)).orElse(null));
	}

	/**
	 * One telegram's turn.
	 *
	 * @param file where it lies
	 * @param issued when it was issued; null if it cannot be read
	 * @param at when it is played, after the beginning
	 * @param cut how long the pause before it really was, where it was cut short; else
	 * zero
	 */
	record Turn(Path file, @Nullable OffsetDateTime issued, Duration at, Duration cut) {
	}

	private record Telegram(Path file, @Nullable OffsetDateTime issued) {

		OffsetDateTime order() {
			return (this.issued != null) ? this.issued : OffsetDateTime.MIN;
		}

	}

}
