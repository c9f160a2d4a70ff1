package jp.kodama.channel.radio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The zones of one municipality, and which of them an alert is for. */
public final class Zones {

	private static final Logger log = LoggerFactory.getLogger(Zones.class);

	private final List<Zone> zones;

	private final QuietHours quietHours;

	private final Zone whole;

	Zones(List<Zone> zones, QuietHours quietHours) {
		this.zones = zones.isEmpty() ? List.of(Zone.EVERYWHERE) : List.copyOf(zones);
		this.quietHours = quietHours;
		this.whole = this.zones.stream()
			.filter(Zone::whole)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no zone is whole: true"));
		if (this.zones.stream().map(Zone::id).distinct().count() != this.zones.size()) {
			throw new IllegalArgumentException("two zones have one id");
		}
	}

	/**
	 * Reads the zones of a municipality; without a row, or without the file, it has one.
	 * @throws IllegalStateException naming the file and the row at fault
	 */
	static Zones load(Path file, String jis) {
		Map<String, Town> towns = Files.exists(file)
				? Tables.read(file, "towns", Bindable.mapOf(String.class, Town.class)) : Map.of();
		Town town = towns.get(jis);
		try {
			return (town != null) ? new Zones(town.zones, town.quietHours)
					: new Zones(List.of(Zone.EVERYWHERE), QuietHours.NONE);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException(file + ": towns." + jis + ": " + ex.getMessage(), ex);
		}
	}

	/** All of them. */
	public List<Zone> all() {
		return this.zones;
	}

	/** One by its id; null if it is gone from the table. */
	@Nullable Zone find(String id) {
		return this.zones.stream().filter((zone) -> zone.id().equals(id)).findFirst().orElse(null);
	}

	/** When nothing but what is urgent is aired. */
	QuietHours quietHours() {
		return this.quietHours;
	}

	/**
	 * The fewest zones that cover an alert's areas: everywhere if an area is more than
	 * districts, or if a district is in no zone, because nobody must be left out.
	 */
	public List<Zone> of(Alert alert) {
		Set<String> left = new HashSet<>();
		for (Info info : alert.infos()) {
			for (Area area : info.areas()) {
				Set<String> districts = districts(area);
				if (districts.isEmpty()) {
					return List.of(this.whole);
				}
				left.addAll(districts);
			}
		}
		return cover(left, alert.identifier());
	}

	private List<Zone> cover(Set<String> left, String alert) {
		Set<String> wanted = Set.copyOf(left);
		List<Zone> chosen = new ArrayList<>();
		List<Zone> largestFirst = this.zones.stream()
			.filter((zone) -> !zone.whole() && wanted.containsAll(zone.districts()))
			.sorted(Comparator.comparingInt((Zone zone) -> zone.districts().size()).reversed())
			.toList();
		for (Zone zone : largestFirst) {
			if (left.removeAll(zone.districts())) {
				chosen.add(zone);
			}
		}
		if (!left.isEmpty()) {
			if (this.zones.size() > 1) {
				log.warn("{}: {} in no zone of config/radio/zones.yaml; it goes everywhere", alert, left);
			}
			return List.of(this.whole);
		}
		return coversAll(wanted) ? List.of(this.whole) : chosen;
	}

	private boolean coversAll(Set<String> wanted) {
		return this.zones.stream().flatMap((zone) -> zone.districts().stream()).allMatch(wanted::contains);
	}

	private static Set<String> districts(Area area) {
		return area.geocodes()
			.stream()
			.filter((code) -> code.valueName().equals(Area.Geocode.DISTRICT))
			.map(Area.Geocode::value)
			.collect(Collectors.toSet());
	}

	/** A municipality's row. */
	record Town(@DefaultValue List<Zone> zones, @DefaultValue QuietHours quietHours) {
	}

}
