package jp.kodama.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The front door of all sources: a letter is read, decided and kept, or refused by name
 * with its bytes and the reason under {@code rejected}. A letter always ends as one or
 * the other; only a store that fails throws, and then whoever brought the letter brings
 * it again.
 */
@Component
public class Reception {

	private static final Logger log = LoggerFactory.getLogger(Reception.class);

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final MessageReader reader;

	private final Group group;

	private final Rejected rejected;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final AtomicLong number = new AtomicLong();

	Reception(MessageReader reader, Group group, Rejected rejected, ApplicationEventPublisher events, Clock clock) {
		this.reader = reader;
		this.group = group;
		this.rejected = rejected;
		this.events = events;
		this.clock = clock;
	}

	/** A letter for bytes that came without a name. */
	public Letter letter(String source, byte[] bytes) {
		return named(source, "telegram.xml", bytes);
	}

	/**
	 * A letter under a name that no other has.
	 * @param hint what its sender calls it; anything
	 */
	public Letter named(String source, String hint, byte[] bytes) {
		String stamp = STAMP.format(this.clock.instant()) + "-" + this.number.incrementAndGet();
		return new Letter(source, source + "-" + stamp + "-" + Rejected.fileSafe(hint), bytes);
	}

	/**
	 * Takes a letter in; throws if the store fails.
	 * @return what became of it, on disk
	 */
	public Taken take(Letter letter) {
		return takeAll(List.of(letter)).get(0).orThrow();
	}

	/**
	 * Takes letters in, in their order and by one commit. They are read side by side.
	 * Others wait meanwhile: a few dozen at most.
	 * @return what became of each, on disk
	 */
	public List<Answer> takeAll(List<Letter> letters) {
		return enter(Reading.all(letters, this.reader), false);
	}

	/** Reads a letter, for {@link #enter}. */
	Reading read(Letter letter) {
		return Reading.of(letter, this.reader);
	}

	/**
	 * Takes in what was read already.
	 * @param files whether what is refused of them lies in a file that its owner moves
	 */
	List<Answer> enter(List<Reading> readings, boolean files) {
		List<List<Reading>> parts = readings.stream().map((one) -> one.parts(this.reader).toList()).toList();
		List<Reading> all = parts.stream().flatMap(List::stream).toList();
		Predicate<Reading> loose = (one) -> !files || readings.stream().noneMatch((filed) -> filed == one);
		all.stream()
			.filter((one) -> one.bulletin() == null)
			.filter(loose)
			.forEach((one) -> this.rejected.keep(one.letter(), one.reason()));
		List<Answer> answers = this.group.enter(all);
		for (int i = 0; i < answers.size(); i++) {
			Taken taken = answers.get(i).taken();
			if (taken != null) {
				if (all.get(i).bulletin() != null && taken.refused() && loose.test(all.get(i))) {
					this.rejected.keep(all.get(i).letter(), taken.decision().reason());
				}
				tell(all.get(i).letter(), taken);
			}
		}
		Iterator<Answer> each = answers.iterator();
		List<Answer> together = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			List<Answer> inside = parts.get(i).stream().map((one) -> each.next()).toList();
			together.add(Answer.together(readings.get(i).letter(), inside));
		}
		return together;
	}

	/** Records a refusal; its bytes, or the file, are kept by whoever calls. */
	Taken refused(Letter letter, String reason) {
		return enter(List.of(new Reading(letter, null, reason)), true).get(0).orThrow();
	}

	/** What became of a letter is on disk. */
	void tell(Letter letter, Taken taken) {
		if (taken.refused()) {
			log.warn("{}: REJECT {}", letter.name(), taken.decision().reason());
		}
		else {
			log.info("{}: {} {}", letter.name(), taken.decision().verdict(), taken.decision().reason());
		}
		this.events.publishEvent(new LetterReceived(letter.source(), letter.name(), taken));
	}

}
