package jp.kodama.rendering.cap;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.xml.stream.XMLStreamException;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Info;
import jp.kodama.alert.Key;
import jp.kodama.alert.Resource;
import jp.kodama.alert.Text;

/**
 * Writes an alert as CAP 1.2 XML, valid against {@code CAP-v1.2.xsd}. The same alert
 * gives the same bytes.
 */
final class CapXml {

	private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

	private CapXml() {
	}

	/** The document, in UTF-8, unsigned and with no more polygons than the alert has. */
	static byte[] write(Alert alert) {
		try {
			XmlText xml = new XmlText().root("alert", NAMESPACE);
			head(xml, alert);
			for (Info info : alert.infos()) {
				info(xml, info);
			}
			return xml.close().toString().getBytes(StandardCharsets.UTF_8);
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("writing to memory", ex);
		}
	}

	private static void head(XmlText xml, Alert alert) throws XMLStreamException {
		xml.leaf("identifier", alert.identifier())
			.leaf("sender", alert.key().sender())
			.leaf("sent", Key.capTime(alert.sent()))
			.leaf("status", alert.status().name())
			.leaf("msgType", alert.msgType().name())
			.leaf("source", alert.handling().source())
			.leaf("scope", "Public");
		for (String code : alert.handling().codes()) {
			xml.leaf("code", code);
		}
		xml.leaf("references", alert.references().stream().map(Key::toString).collect(Collectors.joining(" ")))
			.leaf("incidents", listed(alert.handling().incident()));
	}

	private static void info(XmlText xml, Info info) throws XMLStreamException {
		Classification kind = info.classification();
		Text text = info.text();
		xml.open("info")
			.leaf("language", info.language())
			.leaf("category", kind.category())
			.leaf("event", kind.event())
			.leaf("responseType", kind.responseType())
			.leaf("urgency", kind.urgency())
			.leaf("severity", kind.severity())
			.leaf("certainty", kind.certainty())
			.leaf("expires", Key.capTime(info.expires()))
			.leaf("senderName", text.senderName())
			.leaf("headline", text.headline())
			.leaf("description", text.description())
			.leaf("instruction", text.instruction());
		// The map has no order of its own.
		for (Map.Entry<String, String> parameter : new TreeMap<>(info.parameters()).entrySet()) {
			pair(xml, "parameter", parameter.getKey(), parameter.getValue());
		}
		for (Resource resource : info.resources()) {
			xml.open("resource")
				.leaf("resourceDesc", resource.resourceDesc())
				.leaf("mimeType", resource.mimeType())
				.leaf("uri", resource.uri())
				.close();
		}
		for (Area area : info.areas()) {
			area(xml, area);
		}
		xml.close();
	}

	private static void area(XmlText xml, Area area) throws XMLStreamException {
		xml.open("area").leaf("areaDesc", area.areaDesc());
		for (String polygon : area.polygons()) {
			xml.leaf("polygon", polygon);
		}
		for (Area.Geocode code : area.geocodes()) {
			pair(xml, "geocode", code.valueName(), code.value());
		}
		xml.close();
	}

	/** Unlike a leaf, both halves must be there, even if empty (CAP 1.2 §3.2.2). */
	private static void pair(XmlText xml, String name, String key, String value) throws XMLStreamException {
		xml.open(name).leaf("valueName", key);
		if (value.isEmpty()) {
			xml.empty("value");
		}
		else {
			xml.leaf("value", value);
		}
		xml.close();
	}

	/** A list separated by blanks: a name that holds one is quoted (CAP 1.2 §3.2.1). */
	private static String listed(String incident) {
		return incident.contains(" ") ? '"' + incident + '"' : incident;
	}

}
