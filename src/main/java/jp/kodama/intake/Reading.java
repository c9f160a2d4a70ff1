package jp.kodama.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A letter, read: what it says, or why it cannot be used. Whatever is in it, reading ends
 * with one or the other.
 *
 * @param letter what was read
 * @param bulletin what it says; null if it cannot be used
 * @param reason why not, in Japanese and English; empty if it can
 * @param inside the letters in it, if it is an envelope of several; otherwise none
 */
record Reading(Letter letter, @Nullable Bulletin bulletin, String reason, List<Letter> inside) {

	private static final Logger log = LoggerFactory.getLogger(Reading.class);

	Reading(Letter letter, @Nullable Bulletin bulletin, String reason) {
		this(letter, bulletin, reason, List.of());
	}

	/** Itself, or the readings of all that is in it. */
	Stream<Reading> parts(MessageReader reader) {
		return this.inside.isEmpty() ? Stream.of(this)
				: all(this.inside, reader).stream().flatMap((one) -> one.parts(reader));
	}

	/**
	 * Letters, read side by side.
	 * @return in the order of the letters
	 */
	static List<Reading> all(List<Letter> letters, MessageReader reader) {
		Stream<Letter> stream = (letters.size() > 1) ? letters.parallelStream() : letters.stream();
		return stream.map((letter) -> of(letter, reader)).toList();
	}

	static Reading of(Letter letter, MessageReader reader) {
		if (!letter.fault().isEmpty()) {
			return new Reading(letter, null, letter.fault());
		}
		try {
			return new Reading(letter, reader.read(letter.bytes()), "");
		}
		catch (Bulletins.Several ex) {
			List<Letter> inside = new ArrayList<>();
			for (byte[] message : ex.messages()) {
				inside.add(new Letter(letter.source(), (inside.size() + 1) + "-" + letter.name(), message));
			}
			return new Reading(letter, null, String.valueOf(ex.getMessage()), inside);
		}
		catch (Unreadable ex) {
			return new Reading(letter, null, String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException | StackOverflowError ex) {
			log.error("{} from {} cannot be read", letter.name(), letter.source(), ex);
			return new Reading(letter, null, "読み取れません / cannot be read: " + ex);
		}
	}

}
