package jp.kodama.channel.radio.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which units need not be tried again, for the deliveries at hand: where one of several
 * units was busy, the others must not hear everything twice. After a restart it is empty,
 * and the rules for what is in doubt apply.
 */
final class Ledger {

	private static final int DELIVERIES = 64;

	private final Map<String, Map<String, Aired>> settled = new LinkedHashMap<>();

	/** What is known of a delivery, by unit. */
	synchronized Map<String, Aired> of(String delivery) {
		return Map.copyOf(this.settled.getOrDefault(delivery, Map.of()));
	}

	synchronized void settle(String delivery, String unit, Aired aired) {
		if (aired instanceof Aired.NotNow) {
			return;
		}
		this.settled.computeIfAbsent(delivery, (id) -> new LinkedHashMap<>()).put(unit, aired);
		if (this.settled.size() > DELIVERIES) {
			this.settled.remove(this.settled.keySet().iterator().next());
		}
	}

	synchronized void forget(String delivery) {
		this.settled.remove(delivery);
	}

}
