package jp.kodama.backchannel.aircheck;

import java.time.Instant;

import jp.kodama.delivery.Delivery;

/**
 * One airing at one monitor: whether it was heard there.
 *
 * @param delivery what was aired
 * @param monitor where it should be heard
 * @param aired when it was out
 * @param state what is known
 * @param score how well the recording agrees, 0–1
 * @param detail what decided, for people
 * @param recording the SHA-256 of what was heard; empty: nothing kept
 * @param seen whether an officer has taken note
 */
public record Check(Delivery delivery, String monitor, Instant aired, State state, double score, String detail,
		String recording, boolean seen) {

	Check with(State next, double nextScore, String why, String sha256) {
		return new Check(this.delivery, this.monitor, this.aired, next, nextScore, why, sha256, this.seen);
	}

	/** Whether an officer must look. */
	public boolean alarming() {
		return !this.seen && (this.state == State.NOT_HEARD || this.state == State.UNCHECKED);
	}

	/** What is known of an airing. */
	public enum State {

		/** Its time is not over. */
		WAITING("聴取待ち", "waiting"),
		/** Heard, whole and unchanged. */
		HEARD("聴取確認", "heard"),
		/** Silent, garbled, or not in time. */
		NOT_HEARD("聴取できず", "not heard"),
		/** The monitor did not listen: nothing is known. */
		UNCHECKED("確認不能", "unchecked");

		private final String japanese;

		private final String english;

		State(String japanese, String english) {
			this.japanese = japanese;
			this.english = english;
		}

		/** For an officer. */
		public String japanese() {
			return this.japanese;
		}

		/** For an engineer. */
		public String english() {
			return this.english;
		}

	}

}
