package jp.kodama.intake.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.Key;

/** An alert as the API shows it: CAP 1.2's words, and where it stands. */
final class AlertView {

	private AlertView() {
	}

	static Map<String, Object> of(JournalEntry entry) {
		Alert alert = entry.alert();
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("identifier", alert.identifier());
		view.put("sender", alert.key().sender());
		view.put("sent", Key.capTime(alert.sent()));
		view.put("status", alert.status());
		view.put("msgType", alert.msgType());
		view.put("source", alert.handling().source());
		view.put("code", alert.handling().codes());
		view.put("incidents", alert.handling().incident());
		view.put("references", alert.references().stream().map(Key::toString).toList());
		view.put("state", entry.state());
		view.put("composer", entry.composer());
		view.put("approver", entry.approver());
		view.put("since", entry.since().toString());
		view.put("info", alert.infos().stream().map(AlertView::info).toList());
		return view;
	}

	private static Map<String, Object> info(Info info) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("language", info.language());
		view.put("category", info.classification().category());
		view.put("event", info.classification().event());
		view.put("responseType", info.classification().responseType());
		view.put("urgency", info.classification().urgency());
		view.put("severity", info.classification().severity());
		view.put("certainty", info.classification().certainty());
		view.put("expires", Key.capTime(info.expires()));
		view.put("senderName", info.text().senderName());
		view.put("headline", info.text().headline());
		view.put("description", info.text().description());
		view.put("instruction", info.text().instruction());
		view.put("parameter", info.parameters());
		view.put("area", info.areas().stream().map(AlertView::area).toList());
		return view;
	}

	private static Map<String, Object> area(Area area) {
		List<Map<String, String>> codes = area.geocodes()
			.stream()
			.map((code) -> Map.of("valueName", code.valueName(), "value", code.value()))
			.toList();
		return Map.of("areaDesc", area.areaDesc(), "geocode", codes, "polygon", area.polygons());
	}

}
