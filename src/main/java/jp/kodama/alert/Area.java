package jp.kodama.alert;

import java.util.List;

/**
 * A CAP 1.2 {@code area}.
 *
 * @param areaDesc its name as residents know it
 * @param geocodes its codes
 * @param polygons closed rings of {@code lat,lon} pairs separated by blanks, WGS 84
 */
public record Area(String areaDesc, List<Geocode> geocodes, List<String> polygons) {

	public Area {
		if (areaDesc.isBlank()) {
			throw new InvalidAlert("areaDesc", "地域名がありません", "is missing");
		}
		geocodes = List.copyOf(geocodes);
		polygons = List.copyOf(polygons);
	}

	/** A whole municipality, by its five-digit JIS X 0402 code. */
	public static Area municipality(String name, String jis) {
		return new Area(name, List.of(new Geocode(Geocode.JIS, jis)), List.of());
	}

	/**
	 * A code of an area.
	 *
	 * @param valueName the code's system
	 * @param value the code
	 */
	public record Geocode(String valueName, String value) {

		/** JIS X 0402, five digits: a municipality. */
		public static final String JIS = "JISX0402";

		/** A district (地区) of a municipality, as its configuration names it. */
		public static final String DISTRICT = "district";

	}

}
