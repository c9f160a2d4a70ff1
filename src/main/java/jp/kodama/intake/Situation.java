package jp.kodama.intake;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done about an incident.
 *
 * @param step what to do; null for nothing
 * @param reason why nothing is done; empty if something is
 * @param over whether nothing is in force any more
 */
record Situation(@Nullable Step step, String reason, boolean over) {

	static Situation of(Step step) {
		return new Situation(step, "", false);
	}

	static Situation nothing(String reason) {
		return new Situation(null, reason, false);
	}

}
