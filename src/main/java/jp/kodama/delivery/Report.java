package jp.kodama.delivery;

import jp.kodama.audience.Recipient;

/**
 * What a wire says of one recipient.
 *
 * @param recipient whom
 * @param evidence what is known
 * @param providerId the provider's own number for it; empty if it gives none
 * @param detail reply, code or cause, for an auditor
 */
public record Report(Recipient recipient, Evidence evidence, String providerId, String detail) {
}
