package jp.kodama.alert;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An alert was entered or went from one state to another. Published inside the
 * transaction that did it, so a listener's writes commit or fail with it.
 *
 * @param alert the alert
 * @param from the state before; null when it was just entered
 * @param to the state now
 * @param by who did it
 * @param reason why, in words; may be empty
 * @param at when
 */
public record AlertChanged(Alert alert, @Nullable State from, State to, String by, String reason, Instant at) {
}
