package jp.kodama.alert;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An alert as the journal holds it.
 *
 * @param alert the alert
 * @param state where it stands
 * @param composer who wrote it: an officer's account, or the source that received it
 * @param approver who released it; null before
 * @param since when it came into this state
 */
public record JournalEntry(Alert alert, State state, String composer, @Nullable String approver, Instant since) {
}
