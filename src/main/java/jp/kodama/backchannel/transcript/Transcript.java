package jp.kodama.backchannel.transcript;

import java.time.Instant;

/**
 * What was heard of one broadcast.
 *
 * @param id its number
 * @param monitor where it was heard
 * @param began when it began
 * @param seconds how long it lasted
 * @param text what was understood; numbers and names not understood well are left open
 * @param confidence how well, 0–1
 * @param recording the SHA-256 of its sound
 * @param state what became of it
 * @param alert the alert made of it, or the delivery of ours that it is; else empty
 * @param note what an officer should know, Japanese first; may be empty
 */
public record Transcript(String id, String monitor, Instant began, int seconds, String text, double confidence,
		String recording, State state, String alert, String note) {

	/** What becomes of a transcript. */
	public enum State {

		/** An officer decides. */
		WAITING("職員の確認待ち", "waits for an officer"),
		/** Our own broadcast: nothing more to do. */
		OURS("自分の放送", "our own broadcast"),
		/** An officer made an alert of it, which another approves. */
		WRITTEN("起案済み", "made an alert"),
		/** Went out by itself, as the settings allow. */
		RELEASED("自動発信", "released by itself"),
		/** An officer threw it away. */
		DISCARDED("破棄", "discarded");

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
