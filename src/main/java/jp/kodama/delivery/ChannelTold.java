package jp.kodama.delivery;

import java.time.Instant;

/**
 * An officer told a channel something that changes what it does: that a zone runs on
 * batteries. Published inside the transaction that wrote it down.
 *
 * @param channel the channel's id
 * @param what in words
 * @param by who said so
 * @param at when
 */
public record ChannelTold(String channel, String what, String by, Instant at) {
}
