package jp.kodama.intake.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Resource;
import jp.kodama.alert.Status;
import jp.kodama.alert.Text;

/** Reads an alert that is written out in CAP 1.2's words, one {@code info} a language. */
final class CapForm {

	private static final Set<String> ALERT = Set.of("identifier", "sender", "sent", "status", "msgType", "scope",
			"source", "code", "incidents", "references", "info");

	private static final Set<String> INFO = Set.of("language", "category", "event", "responseType", "urgency",
			"severity", "certainty", "headline", "description", "instruction", "senderName", "expires", "parameter",
			"resource", "area");

	private CapForm() {
	}

	/**
	 * Reads it.
	 * @param next the name it gets; what the caller gives of it comes first
	 */
	static Alert read(Fields body, Key next, References references) {
		body.only(ALERT);
		Key key = new Key(body.text("sender", next.sender()), identifier(body, next),
				body.has("sent") ? body.time("sent") : next.sent());
		Handling handling = new Handling(body.text("source", "api"), body.texts("code"), body.text("incidents", ""));
		return new Alert(key, Status.parse(body.text("status")), MsgType.parse(body.text("msgType")), handling,
				references.read(body.texts("references")), body.objects("info").stream().map(CapForm::info).toList());
	}

	/** It becomes part of file names and of the ids of deliveries. */
	private static String identifier(Fields body, Key next) {
		String identifier = body.text("identifier", next.identifier());
		if (!identifier.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,95}")) {
			throw new InvalidAlert("identifier", "英数字と - _ で96文字までです: " + identifier,
					"must be up to 96 letters, digits, - and _: " + identifier);
		}
		return identifier;
	}

	private static Info info(Fields info) {
		info.only(INFO);
		Classification kind = new Classification(info.text("category"), info.text("event"), info.text("responseType"),
				info.text("urgency"), info.text("severity"), info.text("certainty"));
		Text text = new Text(info.text("headline"), info.text("description", ""), info.text("instruction", ""),
				info.text("senderName", ""));
		Map<String, String> parameters = new LinkedHashMap<>();
		info.pairs("parameter").forEach((pair) -> parameters.put(pair.getKey(), pair.getValue()));
		return new Info(info.text("language"), kind, text, info.time("expires"), parameters,
				info.objects("area").stream().map(CapForm::area).toList(),
				info.objects("resource").stream().map(CapForm::resource).toList());
	}

	private static Resource resource(Fields resource) {
		resource.only(Set.of("resourceDesc", "mimeType", "uri"));
		return new Resource(resource.text("resourceDesc"), resource.text("mimeType"), resource.text("uri"));
	}

	private static Area area(Fields area) {
		area.only(Set.of("areaDesc", "geocode", "polygon"));
		List<Area.Geocode> codes = area.pairs("geocode")
			.stream()
			.map((pair) -> new Area.Geocode(pair.getKey(), pair.getValue()))
			.toList();
		return new Area(area.text("areaDesc"), codes, area.texts("polygon"));
	}

}
