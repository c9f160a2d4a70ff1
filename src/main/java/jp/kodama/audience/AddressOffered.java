package jp.kodama.audience;

import java.time.Instant;

/**
 * Whoever has an address asked, by it, to be written to there: a follower of an account,
 * a START by text. The same again changes the language. Published by the channel that
 * learnt it, inside its transaction.
 *
 * @param channel the channel's id
 * @param address in the channel's own form
 * @param language one of those the channel can carry
 * @param at when they asked
 */
public record AddressOffered(String channel, String address, String language, Instant at) {
}
