package jp.kodama.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.audience.Municipality;
import jp.kodama.audience.Municipality.District;

/**
 * Districts of the municipality as areas of an alert, and their names in its languages.
 */
public class Areas {

	private final Municipality town;

	/** Those of one municipality. */
	public Areas(Municipality town) {
		this.town = town;
	}

	/** The area these districts make; the whole municipality if there are none. */
	Area of(List<String> districts, String language) {
		List<Area.Geocode> codes = new ArrayList<>();
		codes.add(new Area.Geocode(Area.Geocode.JIS, this.town.jis()));
		districts.forEach((name) -> codes.add(new Area.Geocode(Area.Geocode.DISTRICT, name)));
		return new Area(names(districts, language), codes, List.of());
	}

	/** What {@code {districts}} stands for in a text of this language. */
	public String names(List<String> districts, String language) {
		boolean japanese = language.startsWith("ja");
		if (districts.isEmpty()) {
			return switch (language) {
				case "ja" -> this.town.name() + "全域";
				case "ja-x-easy" -> this.town.name() + "（" + this.town.kana() + "）の ぜんぶ";
				default -> "all of " + this.town.english();
			};
		}
		return districts.stream()
			.map((name) -> district(name).map((one) -> inWords(one, language)).orElse(name))
			.collect(Collectors.joining(japanese ? "・" : ", "));
	}

	/** The districts an alert names; none: the whole municipality. */
	public static List<String> districts(Alert alert) {
		return alert.main()
			.areas()
			.stream()
			.flatMap((area) -> values(area, Area.Geocode.DISTRICT).stream())
			.distinct()
			.toList();
	}

	private static String inWords(District district, String language) {
		return switch (language) {
			case "ja" -> district.name();
			case "ja-x-easy" -> district.name() + "（" + district.kana() + "）";
			default -> district.english();
		};
	}

	Optional<District> district(String name) {
		return this.town.districts().stream().filter((one) -> one.name().equals(name)).findFirst();
	}

	/** What is wrong with the areas of an info: outside the municipality, or unknown. */
	List<Problem> problems(Info info) {
		List<Problem> problems = new ArrayList<>();
		for (Area area : info.areas()) {
			String field = "info[" + info.language() + "].area[" + area.areaDesc() + "].geocode";
			List<String> towns = values(area, Area.Geocode.JIS);
			if (towns.isEmpty()) {
				problems.add(Problem.refusal(field, "市町村コード（JIS X 0402）がありません", "has no " + Area.Geocode.JIS));
			}
			towns.stream()
				.filter((code) -> !code.equals(this.town.jis()))
				.forEach((code) -> problems
					.add(Problem.refusal(field, this.town.name() + "（" + this.town.jis() + "）の外です: " + code,
							"outside " + this.town.english() + " (" + this.town.jis() + "): " + code)));
			values(area, Area.Geocode.DISTRICT).stream()
				.filter((name) -> district(name).isEmpty())
				.forEach((name) -> problems.add(Problem.refusal(field, this.town.name() + "にない地区です: " + name,
						"no district of " + this.town.english() + ": " + name)));
		}
		return problems;
	}

	private static List<String> values(Area area, String valueName) {
		return area.geocodes()
			.stream()
			.filter((code) -> code.valueName().equals(valueName))
			.map(Area.Geocode::value)
			.toList();
	}

}
