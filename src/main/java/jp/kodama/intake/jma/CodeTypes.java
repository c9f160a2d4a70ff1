package jp.kodama.intake.jma;

import jp.kodama.intake.xml.Node;

/**
 * Finds the code system of an area: by {@code codeType}, by {@code CodeDefine}, or by the
 * length of the code where the telegram leaves it out (weather bodies do).
 */
final class CodeTypes {

	static final String CITY = "気象・地震・火山情報／市町村等";

	static final String FORECAST_AREA = "気象情報／府県予報区・細分区域等";

	/** A reach of a river that is warned of by itself, twelve digits. */
	static final String REACH = "指定河川洪水予報（予報区域）";

	private static final int CITY_DIGITS = 7;

	private static final int FORECAST_AREA_DIGITS = 6;

	private CodeTypes() {
	}

	/** Of an area in a weather or volcano body; empty for stations, rivers and such. */
	static String of(Node area, String around) {
		String own = area.attribute("codeType");
		if (!own.isEmpty() || !around.isEmpty()) {
			return own.isEmpty() ? around : own;
		}
		return switch (area.text("Code").length()) {
			case CITY_DIGITS -> CITY;
			case FORECAST_AREA_DIGITS -> FORECAST_AREA;
			default -> "";
		};
	}

	/** As {@code CodeDefine} of a block says for a path. */
	static String defined(Node block, String path, String otherwise) {
		return block.path("CodeDefine", "Type")
			.stream()
			.filter((type) -> type.attribute("xpath").equals(path))
			.map(Node::text)
			.findFirst()
			.orElse(otherwise);
	}

}
