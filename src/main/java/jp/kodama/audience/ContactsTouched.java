package jp.kodama.audience;

import java.time.Instant;

/**
 * Somebody looked at, changed, took in or gave out residents' data. Published inside the
 * transaction of a change; becomes a link of the audit chain, which is never erased, so
 * nothing in it names a person but the municipality's own numbers.
 *
 * @param by an officer's account, {@code kodama}, or {@code resident} for themselves
 * @param action {@code resident.SEEN}, {@code resident.CHANGED},
 * {@code contacts.IMPORTED}, …
 * @param subject a resident's number, or how many
 * @param detail what was asked or changed, without personal data
 * @param at when
 */
public record ContactsTouched(String by, String action, String subject, String detail, Instant at) {
}
