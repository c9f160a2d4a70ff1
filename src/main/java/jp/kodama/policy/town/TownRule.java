package jp.kodama.policy.town;

import jp.kodama.policy.verdict.Verdict;

/**
 * One rule of a municipality's own policy.
 *
 * @param name what officers call it, may be empty
 * @param selects which kinds it is for
 * @param between at what time of the day
 * @param action what they lead to then
 * @param acknowledge why something that saves lives is told to nobody; empty otherwise
 */
public record TownRule(String name, Selector selects, TimeWindow between, Verdict action, String acknowledge) {

	/** Whether it decides about a kind at a time of the day. */
	boolean decides(Subject subject, java.time.LocalTime time) {
		return this.between.contains(time) && this.selects.matches(subject);
	}

	/** What tells it from others: its name, or its window and action. */
	public String title() {
		String when = this.between.always() ? "" : this.between.words() + " ";
		return this.name.isEmpty() ? when + this.action : this.name;
	}

}
