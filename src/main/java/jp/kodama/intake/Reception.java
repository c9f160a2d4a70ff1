package jp.kodama.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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

	private final Entrance entrance;

	private final Rejected rejected;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final AtomicLong number = new AtomicLong();

	Reception(Entrance entrance, Rejected rejected, ApplicationEventPublisher events, Clock clock) {
		this.entrance = entrance;
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
	 * Takes a letter in.
	 * @return what became of it, on disk
	 */
	public Taken take(Letter letter) {
		Reading reading = Reading.of(letter);
		if (!reading.inside().isEmpty()) {
			return Taken.together(reading.inside().stream().map(this::take).toList());
		}
		Bulletin bulletin = reading.bulletin();
		if (bulletin == null) {
			return refuse(letter, reading.reason());
		}
		try {
			return enter(letter, bulletin);
		}
		catch (Unmanageable ex) {
			return refuse(letter, String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Takes in what was read already.
	 * @throws Unmanageable if it is our fault that nothing can be made of it
	 */
	Taken enter(Letter letter, Bulletin bulletin) throws Unmanageable {
		Taken taken;
		try {
			taken = this.entrance.receive(letter, bulletin);
		}
		catch (DataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			log.error("{} from {} cannot be handled", letter.name(), letter.source(), ex);
			throw new Unmanageable(ex);
		}
		log.info("{}: {} {}", letter.name(), taken.decision().verdict(), taken.decision().reason());
		tell(letter, taken);
		return taken;
	}

	/** Records a refusal; its bytes, or the file, are kept by whoever calls. */
	Taken refused(Letter letter, String reason) {
		log.warn("{}: REJECT {}", letter.name(), reason);
		this.entrance.refuse(letter, reason);
		Taken refused = new Taken(Decision.rejected(reason), List.of(), List.of(), List.of());
		tell(letter, refused);
		return refused;
	}

	/** What became of a letter is on disk. */
	void tell(Letter letter, Taken taken) {
		this.events.publishEvent(new LetterReceived(letter.source(), letter.name(), taken));
	}

	private Taken refuse(Letter letter, String reason) {
		this.rejected.keep(letter, reason);
		return refused(letter, reason);
	}

	/**
	 * A telegram that can be read and on which our own code fails: an alarm, in words.
	 */
	static final class Unmanageable extends Exception {

		private static final long serialVersionUID = 1L;

		Unmanageable(RuntimeException cause) {
			super("処理に失敗しました。担当者が内容を確認してください / could not be handled, look at it: " + cause, cause);
		}

	}

}
