package jp.kodama.policy.hold;

import java.time.Duration;

import jp.kodama.alert.JournalEntry;
import jp.kodama.policy.Policy;

/**
 * An alert that policy held back and nobody has decided about yet.
 *
 * @param entry the alert, in the journal since it waits
 * @param waited for how long
 * @param alarms how often it has alarmed by now
 */
public record Held(JournalEntry entry, Duration waited, long alarms) {

	/** Whether no officer wrote it: the policy, or the source that brought it, did. */
	public static boolean automatic(JournalEntry entry) {
		return entry.composer().equals(Policy.ACTOR) || entry.composer().equals(entry.alert().handling().source());
	}

	/** Whether it has waited longer than the policy allows. */
	public boolean alarming() {
		return this.alarms > 0;
	}

}
