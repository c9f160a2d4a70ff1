package jp.kodama.delivery;

import jp.kodama.audience.Recipient;

/**
 * One recipient of a delivery.
 *
 * @param delivery which
 * @param recipient as they were when it was queued
 */
public record Target(Delivery delivery, Recipient recipient) {
}
