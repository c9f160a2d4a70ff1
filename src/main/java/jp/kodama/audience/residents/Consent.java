package jp.kodama.audience.residents;

import java.time.Instant;

/**
 * Whether a resident agreed to be written to.
 *
 * @param state what holds
 * @param how on paper, by the link of a mail …; empty if nobody noted it
 * @param at since when; the epoch if nobody noted it
 */
public record Consent(State state, String how, Instant at) {

	/** Nobody asked yet. */
	public static final Consent NONE = new Consent(State.NONE, "", Instant.EPOCH);

	/** What consent can be. */
	public enum State {

		/** Not asked, or not answered. */
		NONE("同意なし", "no consent"),
		/** Given. */
		GIVEN("同意あり", "consented"),
		/** Taken back. */
		WITHDRAWN("撤回", "withdrawn");

		private final String japanese;

		private final String english;

		State(String japanese, String english) {
			this.japanese = japanese;
			this.english = english;
		}

		/** As officers read it. */
		public String japanese() {
			return this.japanese;
		}

		/** The same in English. */
		public String english() {
			return this.english;
		}

	}

}
