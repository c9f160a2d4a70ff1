package jp.kodama.intake;

import jp.kodama.policy.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A letter that waits for its turn.
 *
 * @param reading what it says
 * @param decision what the policy makes of it
 */
record Candidate(Reading reading, Decision decision) {

	private static final Logger log = LoggerFactory.getLogger(Candidate.class);

	/** One that cannot be used. */
	static Candidate refused(Letter letter, String reason) {
		return new Candidate(new Reading(letter, null, reason), Decision.rejected(reason));
	}

	/** One that can be read and on which our own code fails: an alarm, in words. */
	static Candidate unmanageable(Letter letter, RuntimeException cause) {
		log.error("{} from {} cannot be handled", letter.name(), letter.source(), cause);
		return refused(letter, "処理に失敗しました。担当者が内容を確認してください / could not be handled, look at it: " + cause);
	}

	Letter letter() {
		return this.reading.letter();
	}

}
