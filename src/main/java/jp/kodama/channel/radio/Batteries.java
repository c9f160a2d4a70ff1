package jp.kodama.channel.radio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * What the speakers' batteries still bear. While a zone has no power, half of its
 * broadcasts is kept for what saves lives, and nothing is said again once that half is
 * touched.
 */
@Component
class Batteries {

	private final AirTable table;

	private final Zones zones;

	Batteries(AirTable table, Zones zones) {
		this.table = table;
		this.zones = zones;
	}

	/** Every zone with a budget, as it stands. */
	List<Charge> all() {
		Map<String, Instant> on = this.table.onBattery();
		return this.zones.all().stream().map((zone) -> charge(zone, on.get(zone.id()))).toList();
	}

	private Charge charge(Zone zone, @org.jspecify.annotations.Nullable Instant since) {
		int used = (since != null) ? this.table.aired(zone.id(), since) : 0;
		return new Charge(zone, since != null, Math.max(0, zone.battery() - used), this.table.last(zone.id()));
	}

	/** The title of a zone that must save, of those a broadcast is heard in. */
	Optional<String> saving(List<Zone> aired) {
		return all().stream()
			.filter((one) -> one.saving() && aired.stream().anyMatch((zone) -> zone.reaches(one.zone())))
			.map((one) -> one.zone().title())
			.findFirst();
	}

	/**
	 * A zone's batteries.
	 *
	 * @param zone which
	 * @param on whether it runs on them
	 * @param left broadcasts they still bear
	 * @param last when it was last aired in
	 */
	record Charge(Zone zone, boolean on, int left, Optional<Instant> last) {

		/** Whether what is left is kept for what saves lives. */
		public boolean saving() {
			return this.on && this.zone.battery() > 0 && this.left <= this.zone.battery() / 2;
		}

		/** Whether there is a budget at all. */
		public boolean known() {
			return this.zone.battery() > 0;
		}

	}

}
