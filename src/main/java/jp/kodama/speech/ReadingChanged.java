package jp.kodama.speech;

import java.time.Instant;

/**
 * An officer changed the reading dictionary. Published inside the transaction that did
 * it.
 *
 * @param written the word
 * @param reading how it is read from now on; empty if its entry was taken out
 * @param before how it was read; empty if it had no entry
 * @param by who did it
 * @param at when
 */
public record ReadingChanged(String written, String reading, String before, String by, Instant at) {
}
