package jp.kodama.delivery;

import java.time.Instant;

/**
 * A provider said something of one message after it had been handed over: a delivery
 * report, a bounce. Published by the channel that heard it, as often and in whatever
 * order the provider says it; what follows from it is decided by the evidence ladder.
 *
 * @param channel the channel's id
 * @param providerId the provider's number of the message, as the channel reported it with
 * its first evidence ({@link Report#providerId()})
 * @param evidence what it proves
 * @param detail the provider's code and words
 * @param at when the provider says it happened; if it does not say, when it was heard
 */
public record LateReport(String channel, String providerId, Evidence evidence, String detail, Instant at) {
}
