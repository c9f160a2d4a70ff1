package jp.kodama.intake;

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
 */
record Reading(Letter letter, @Nullable Bulletin bulletin, String reason) {

	private static final Logger log = LoggerFactory.getLogger(Reading.class);

	static Reading of(Letter letter) {
		if (!letter.fault().isEmpty()) {
			return new Reading(letter, null, letter.fault());
		}
		try {
			return new Reading(letter, Bulletins.read(letter.bytes()), "");
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
