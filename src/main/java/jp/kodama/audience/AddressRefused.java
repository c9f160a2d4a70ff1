package jp.kodama.audience;

import java.time.Instant;

/**
 * An address is not to be written to any more: it bounced for good, or whoever has it
 * said stop. Published by the channel that learnt it.
 *
 * @param channel the channel's id
 * @param address in the channel's own form
 * @param reason in words, with the provider's code
 * @param at since when
 */
public record AddressRefused(String channel, String address, String reason, Instant at) {
}
