package jp.kodama.intake.cap;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

import jp.kodama.alert.Area;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Bulletin.Kind;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Bulletin.Place;

/** Reads a CAP 1.2 message as far as a decision about it needs. */
public final class CapReader {

	/** The namespace of CAP 1.2; earlier versions are refused. */
	public static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

	private CapReader() {
	}

	/**
	 * Reads one.
	 * @param alert the root element
	 * @throws Unreadable naming the element that is missing or holds an unknown word
	 */
	public static Bulletin read(Node alert) throws Unreadable {
		try {
			Bulletin.Issue issue = new Bulletin.Issue(Status.parse(alert.required("status")),
					MsgType.parse(alert.required("msgType")), alert.required("identifier"), "",
					OffsetDateTime.parse(alert.required("sent")));
			Bulletin.Origin origin = new Bulletin.Origin("cap", event(alert), areas(alert), alert.required("sender"));
			return new Bulletin(origin, issue, alert.text("info", "headline"), notices(alert));
		}
		catch (InvalidAlert ex) {
			throw new Unreadable(ex.field() + ": " + ex.japanese(), String.valueOf(ex.getMessage()));
		}
		catch (DateTimeException ex) {
			throw new Unreadable("sent を日時として読めません: " + alert.text("sent"), "sent is no date and time");
		}
	}

	private static String event(Node alert) {
		return alert.text("info", "event");
	}

	private static String areas(Node alert) {
		return alert.path("info", "area", "areaDesc")
			.stream()
			.map(Node::text)
			.distinct()
			.collect(Collectors.joining("、"));
	}

	/** Areas by JIS X 0402; CAP leaves the code system to the sender. */
	private static List<Notice> notices(Node alert) {
		Kind kind = new Kind(alert.text("info", "severity"), event(alert), "", "");
		return alert.path("info", "area", "geocode")
			.stream()
			.filter((code) -> code.text("valueName").equals(Area.Geocode.JIS))
			.map((code) -> new Notice(kind, new Place(Area.Geocode.JIS, "", code.text("value"), "", true)))
			.distinct()
			.toList();
	}

}
