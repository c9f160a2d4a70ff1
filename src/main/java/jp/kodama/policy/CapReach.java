package jp.kodama.policy;

import java.util.List;
import java.util.Optional;

import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.audience.Municipalities;
import jp.kodama.audience.Municipality;
import jp.kodama.audience.Outline;

/**
 * Whether a CAP area concerns a municipality: by JIS X 0402 (five digits, or six with the
 * check digit), by the code of an area around it, by polygon or circle, or by name.
 */
final class CapReach {

	private static final int JIS_DIGITS = 5;

	private final Municipality municipality;

	private final Optional<Outline> outline;

	private final List<String> everywhere;

	CapReach(Municipality municipality, Optional<Outline> outline, List<String> everywhere) {
		this.municipality = municipality;
		this.outline = outline;
		this.everywhere = everywhere;
	}

	/** The widest that any area of a message says. */
	Reach of(List<Info> infos) {
		return infos.stream()
			.flatMap((info) -> info.areas().stream())
			.map(this::of)
			.max(Reach::compareTo)
			.orElse(Reach.ELSEWHERE);
	}

	/** What one area says. */
	Reach of(Area area) {
		Reach coded = area.geocodes().stream().map(this::coded).max(Reach::compareTo).orElse(Reach.ELSEWHERE);
		if (coded != Reach.ELSEWHERE) {
			return coded;
		}
		// Where codes of municipalities are given, they alone say where.
		boolean listed = area.geocodes().stream().anyMatch((code) -> code.valueName().equals(Area.Geocode.JIS));
		Reach drawn = (listed || area.polygons().isEmpty()) ? Reach.ELSEWHERE : drawn(area);
		return (drawn.compareTo(named(area.areaDesc())) > 0) ? drawn : named(area.areaDesc());
	}

	private Reach named(String name) {
		boolean named = name.contains(this.municipality.name()) || offices().stream().anyMatch(name::contains)
				|| this.everywhere.contains(name);
		return named ? Reach.NAMED : Reach.ELSEWHERE;
	}

	private Reach coded(Area.Geocode code) {
		String jis = this.municipality.jis();
		String value = code.value();
		if (code.valueName().equals(Area.Geocode.JIS)) {
			boolean exact = value.length() >= JIS_DIGITS && value.startsWith(jis) && value.length() <= JIS_DIGITS + 1;
			boolean prefecture = value.matches(jis.substring(0, 2) + "(000.?)?");
			return exact ? Reach.OURS : prefecture ? Reach.NAMED : Reach.ELSEWHERE;
		}
		return this.municipality.codes().getOrDefault(code.valueName(), List.of()).contains(value) ? Reach.NAMED
				: Reach.ELSEWHERE;
	}

	private Reach drawn(Area area) {
		return this.outline.map((own) -> area.polygons().stream().anyMatch(own::meets) ? Reach.OURS : Reach.ELSEWHERE)
			.orElse(Reach.UNKNOWN);
	}

	private List<String> offices() {
		return this.municipality.codes().getOrDefault(Municipalities.OFFICE_NAME, List.of());
	}

	/** How far an area reaches a municipality, the surest last. */
	enum Reach {

		/** It does not. */
		ELSEWHERE,
		/** It is drawn, and nobody put the municipality's outline there. */
		UNKNOWN,
		/** By name, or by an area around it. */
		NAMED,
		/** By its own code, or drawn upon it. */
		OURS

	}

}
