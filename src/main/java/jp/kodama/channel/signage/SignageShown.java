package jp.kodama.channel.signage;

import java.time.Instant;

/**
 * A screen said for the first time that it shows an alert to the public. Published inside
 * the transaction that notes it. Never for a rehearsal.
 *
 * @param deliveryId which delivery put the alert on the screens
 * @param device the screen
 * @param at when
 */
public record SignageShown(String deliveryId, String device, Instant at) {
}
