package jp.kodama.policy.version;

import java.time.Instant;

/**
 * A version of the municipality's own policy.
 *
 * @param version from 1; refused ones count
 * @param state where it stands
 * @param text the file as it was proposed
 * @param proposal who proposed it, when and why
 * @param decision who activated or refused it, when and why; nobody before
 */
public record PolicyVersion(int version, State state, String text, Act proposal, Act decision) {

	/** When it was activated: as its file says. */
	String file() {
		return jp.kodama.policy.town.PolicyText.activated(this.text, this.version, this.proposal.by, this.decision.by,
				this.decision.at.toString());
	}

	/** Where a version stands. */
	public enum State {

		/** Waits for a second person. */
		PROPOSED,
		/** Decides. */
		ACTIVE,
		/** Decided once; a later one took its place. */
		REPLACED,
		/** Was never activated. */
		REFUSED;

		/** For officers. */
		public String japanese() {
			return switch (this) {
				case PROPOSED -> "提案中";
				case ACTIVE -> "有効";
				case REPLACED -> "以前の版";
				case REFUSED -> "取り下げ";
			};
		}

	}

	/**
	 * What a person did.
	 *
	 * @param by their account; empty for nobody
	 * @param why in their words; may be empty
	 * @param at when
	 */
	public record Act(String by, String why, Instant at) {
	}

}
