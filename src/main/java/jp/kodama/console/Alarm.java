package jp.kodama.console;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that an officer must know of now.
 *
 * @param id names it as long as it lasts: {@code held/17461-…}, {@code source/jma},
 * {@code probe}
 * @param since when it began to ring, or rang again
 * @param words what is wrong, for people
 * @param link where to do something about it
 * @param loud whether somebody should have acted already
 * @param seen who has seen it since it rang; empty if nobody has
 */
record Alarm(String id, Instant since, Words words, String link, boolean loud, Optional<Seen> seen) {

	static Alarm ringing(String id, Instant since, Words words, String link, boolean loud) {
		return new Alarm(id, since, words, link, loud, Optional.empty());
	}

	/** The same, if an officer has seen it since it rang. */
	Alarm seen(Optional<Seen> by) {
		return new Alarm(this.id, this.since, this.words, this.link, this.loud,
				by.filter((one) -> !one.at().isBefore(this.since)));
	}

	/**
	 * What is wrong.
	 *
	 * @param japanese for an officer
	 * @param english the same
	 */
	record Words(String japanese, String english) {
	}

	/**
	 * That somebody has seen it.
	 *
	 * @param officer who
	 * @param at when
	 */
	record Seen(String officer, Instant at) {
	}

}
