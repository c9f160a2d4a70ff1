package jp.kodama.backchannel.transcript;

import java.time.Instant;

/**
 * What was heard of one broadcast.
 *
 * @param id its number
 * @param source where and when it was heard
 * @param words what was understood
 * @param fate what became of it
 */
public record Transcript(String id, Source source, Words words, Fate fate) {

	/** The monitor that heard it. */
	public String monitor() {
		return this.source.monitor();
	}

	/** When it began. */
	public Instant began() {
		return this.source.began();
	}

	/** How long it lasted. */
	public int seconds() {
		return this.source.seconds();
	}

	/** The SHA-256 of its sound. */
	public String recording() {
		return this.source.recording();
	}

	/** What was understood. */
	public String text() {
		return this.words.text();
	}

	/** How well it was understood, 0–1. */
	public double confidence() {
		return this.words.confidence();
	}

	/** What became of it. */
	public State state() {
		return this.fate.state();
	}

	/** The alert made of it, or the delivery of ours that it is; else empty. */
	public String alert() {
		return this.fate.alert();
	}

	/** What an officer should know, Japanese first; may be empty. */
	public String note() {
		return this.fate.note();
	}

	Transcript become(Fate next) {
		return new Transcript(this.id, this.source, this.words, next);
	}

	/**
	 * Where and when a broadcast was heard.
	 *
	 * @param monitor where
	 * @param began when it began
	 * @param seconds how long it lasted
	 * @param recording the SHA-256 of its sound
	 */
	public record Source(String monitor, Instant began, int seconds, String recording) {
	}

	/**
	 * What was understood.
	 *
	 * @param text numbers and names not understood well are left open
	 * @param confidence how well, 0–1
	 */
	public record Words(String text, double confidence) {
	}

	/**
	 * What became of a transcript.
	 *
	 * @param state where it stands
	 * @param alert the alert made of it, or the delivery of ours that it is; else empty
	 * @param note what an officer should know, Japanese first; may be empty
	 */
	public record Fate(State state, String alert, String note) {
	}

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
