package jp.kodama.intake.cap;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Area;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Info;
import jp.kodama.alert.Resource;
import jp.kodama.alert.Text;
import jp.kodama.audience.Outline;
import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.CapMessage;

/** The infos of a CAP message in the sender's own words. */
final class CapWords {

	/** CAP leaves it to the recipient how long words hold that name no end. */
	private static final int UNSTATED_HOURS = 24;

	private CapWords() {
	}

	static List<Info> read(Node alert, OffsetDateTime sent) throws Unreadable {
		List<Info> infos = new ArrayList<>();
		for (Node info : alert.all("info")) {
			infos.add(info(info, alert.required("sender"), sent));
		}
		return infos;
	}

	private static Info info(Node info, String sender, OffsetDateTime sent) throws Unreadable {
		Classification kind = new Classification(info.required("category"), info.required("event"),
				or(info.text("responseType"), "None"), info.required("urgency"), info.required("severity"),
				info.required("certainty"));
		Text text = new Text(headline(or(info.text("headline"), kind.event())), info.text("description"),
				info.text("instruction"), or(info.text("senderName"), sender));
		String expires = info.text("expires");
		Map<String, String> parameters = new LinkedHashMap<>();
		// What stands in these decides how an alert sounds and is followed up: ours to
		// say.
		info.all("parameter")
			.stream()
			.filter((one) -> !List.of(Info.SOUND, Info.TELEGRAM, "issued", "signature").contains(one.text("valueName")))
			.filter((one) -> !one.text("valueName").isEmpty())
			.filter((one) -> !one.text("valueName").equals(Info.LEVEL) || one.text("value").matches("[1-5]"))
			.forEach((one) -> parameters.put(one.text("valueName"), one.text("value")));
		return new Info(or(info.text("language"), "en-US"), kind, text,
				expires.isEmpty() ? sent.plusHours(UNSTATED_HOURS) : OffsetDateTime.parse(expires), parameters,
				areas(info), resources(info));
	}

	private static List<Area> areas(Node info) throws Unreadable {
		List<Area> areas = new ArrayList<>();
		for (Node area : info.all("area")) {
			List<String> rings = new ArrayList<>(area.all("polygon").stream().map(Node::text).toList());
			List<Area.Geocode> codes = area.all("geocode")
				.stream()
				.map((code) -> new Area.Geocode(code.text("valueName"), code.text("value")))
				.toList();
			try {
				area.all("circle").stream().map(Node::text).map(Outline::ring).forEach(rings::add);
				Outline check = new Outline(rings);
				rings.forEach(check::meets);
			}
			catch (IllegalArgumentException ex) {
				throw new Unreadable("polygon か circle を読めません: " + ex.getMessage(),
						"polygon or circle: " + ex.getMessage());
			}
			areas.add(new Area(or(area.text("areaDesc"), CapMessage.NO_AREA), codes, rings));
		}
		return areas.isEmpty() ? List.of(new Area(CapMessage.NO_AREA, List.of(), List.of())) : areas;
	}

	/** Those that lie somewhere; content sent along in the message itself is left out. */
	private static List<Resource> resources(Node info) {
		List<Resource> resources = new ArrayList<>();
		for (Node one : info.all("resource")) {
			if (one.text("uri").matches("https?://\\S+")) {
				resources.add(new Resource(or(one.text("resourceDesc"), one.text("mimeType")), one.text("mimeType"),
						one.text("uri")));
			}
		}
		return resources;
	}

	private static String headline(String text) {
		String line = text.replaceAll("\\s+", " ");
		return (line.codePointCount(0, line.length()) <= Text.MAX_HEADLINE) ? line
				: line.substring(0, line.offsetByCodePoints(0, Text.MAX_HEADLINE - 1)) + "…";
	}

	private static String or(String text, String otherwise) {
		return text.isEmpty() ? otherwise : text;
	}

}
