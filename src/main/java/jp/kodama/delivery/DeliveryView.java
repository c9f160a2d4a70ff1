package jp.kodama.delivery;

import java.time.Instant;
import java.util.Map;

/**
 * A delivery as officers watch it.
 *
 * @param delivery which
 * @param state where it stands
 * @param cause why it is not done; empty if it is
 * @param counts recipients by what is known of them
 * @param created when it was queued
 * @param updated when it last changed
 */
public record DeliveryView(Delivery delivery, DeliveryState state, String cause, Map<Evidence, Integer> counts,
		Instant created, Instant updated) {
}
