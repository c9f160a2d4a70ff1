package jp.kodama.backchannel.aircheck;

import java.time.Instant;
import java.util.Map;

import jp.kodama.delivery.Delivery;

/**
 * A broadcast of ours went out.
 *
 * @param delivery which
 * @param at when its wire said that it was out
 * @param positions where each monitor's tape was then
 */
record Airing(Delivery delivery, Instant at, Map<String, Long> positions) {

	Airing {
		positions = Map.copyOf(positions);
	}

	/** What tells it from other airings. */
	String id() {
		return this.delivery.id() + "#" + this.delivery.attempt();
	}

}
