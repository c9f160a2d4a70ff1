package jp.kodama.intake.jma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.kodama.intake.xml.Node;
import jp.kodama.policy.Bulletin.Kind;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Bulletin.Place;

/**
 * Reads the bodies that are more exact than the headline: weather and landslide
 * ({@code Warning}), volcanoes ({@code VolcanoInfo}), coasts ({@code Tsunami}), shaking
 * ({@code Intensity}), 南海トラフ ({@code EarthquakeInfo}). Other bodies add nothing.
 */
final class BodyNotices {

	private final List<Notice> head;

	private final List<Notice> found = new ArrayList<>();

	private BodyNotices(List<Notice> head) {
		this.head = head;
	}

	/**
	 * Reads one.
	 * @param body the body
	 * @param head what the headline says: a river's body names towns, its headline the
	 * kind
	 */
	static List<Notice> read(Node body, List<Notice> head) {
		BodyNotices notices = new BodyNotices(List.copyOf(head));
		body.all("Warning").forEach(notices::items);
		body.all("VolcanoInfo").forEach(notices::items);
		body.path("Tsunami", "Forecast").forEach(notices::coasts);
		for (Node intensity : body.all("Intensity")) {
			intensity.all("Observation").forEach((block) -> notices.shaking(block, "地震情報／都道府県等"));
			intensity.all("Forecast").forEach((block) -> notices.shaking(block, "緊急地震速報／府県予報区"));
		}
		body.path("EarthquakeInfo", "InfoSerial").forEach(notices::serial);
		return notices.found;
	}

	private void items(Node block) {
		for (Node item : block.all("Item")) {
			List<Kind> kinds = Kinds.of(item);
			item.all("Area").forEach((area) -> area(kinds, block, area, ""));
			for (Node areas : item.all("Areas")) {
				areas.all("Area").forEach((area) -> area(kinds, block, area, areas.attribute("codeType")));
			}
		}
	}

	private void area(List<Kind> kinds, Node block, Node area, String around) {
		String city = area.text("CityCode");
		if (!city.isEmpty()) {
			flooded(block, area);
			return;
		}
		Place place = new Place(CodeTypes.of(area, around), block.attribute("type"), area.text("Code"),
				area.text("Name"), true);
		kinds.forEach((kind) -> this.found.add(new Notice(kind, place)));
	}

	/**
	 * 浸水想定地区: a town beside a river. Its gauge's number opens with that of the reach of
	 * the river (予報区域), whose kind stands in the headline; a telegram may be about
	 * several.
	 */
	private void flooded(Node block, Node area) {
		Place place = new Place(CodeTypes.CITY, block.attribute("type"), area.text("CityCode"), area.text("City"),
				true);
		String gauge = area.text("Code");
		List<Notice> reach = this.head.stream()
			.filter((notice) -> notice.place().system().equals(CodeTypes.REACH))
			.filter((notice) -> gauge.startsWith(notice.place().code()))
			.toList();
		(reach.isEmpty() ? this.head : reach).stream()
			.map(Notice::kind)
			.distinct()
			.map((kind) -> new Notice(kind, place))
			.filter((notice) -> !this.found.contains(notice))
			.forEach(this.found::add);
	}

	private void coasts(Node block) {
		String system = CodeTypes.defined(block, "Item/Area/Code", "津波予報区");
		for (Node item : block.all("Item")) {
			for (Node area : item.all("Area")) {
				Map<String, String> figures = Figures.of(item);
				item.all("Category").forEach((category) -> add(category, system, area, figures));
			}
		}
	}

	private void shaking(Node block, String prefectures) {
		for (Node pref : block.all("Pref")) {
			add(pref, CodeTypes.defined(block, "Pref/Code", prefectures), pref);
			for (Node area : pref.all("Area")) {
				add(area, CodeTypes.defined(block, "Pref/Area/Code", "地震情報／細分区域"), area);
				for (Node city : area.all("City")) {
					add(city, CodeTypes.defined(block, "Pref/Area/City/Code", CodeTypes.CITY), city);
				}
			}
		}
	}

	/** What stands in {@code Category}, {@code Category/Kind} or {@code MaxInt}. */
	private void add(Node holder, String system, Node area) {
		add(holder, system, area, Map.of());
	}

	private void add(Node holder, String system, Node area, Map<String, String> figures) {
		Place place = new Place(system, "", area.text("Code"), area.text("Name"), true);
		List<Kind> kinds = new ArrayList<>(Kinds.of(holder));
		holder.all("Category").forEach((category) -> kinds.addAll(Kinds.of(category)));
		String missing = holder.text("Condition");
		if (missing.endsWith("未入電")) {
			// No report from where 5弱 or more is expected: worse than any figure
			// received.
			kinds.add(new Kind(missing, missing, "", ""));
		}
		else if (holder.first("MaxInt").isPresent()) {
			kinds.add(new Kind(holder.text("MaxInt"), "", "", ""));
		}
		kinds.forEach((kind) -> this.found.add(new Notice(kind, place, figures)));
	}

	private void serial(Node serial) {
		this.found.add(new Notice(new Kind(serial.text("Code"), serial.text("Name"), "", ""),
				new Place("", "", "", "", true)));
	}

}
