package jp.kodama.intake.cap;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.intake.xml.Grammar;
import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Bulletin.Kind;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Bulletin.Place;
import jp.kodama.policy.CapMessage;

/**
 * Reads a CAP 1.2 message. What is not meant for the public, contradicts itself, is not
 * valid against the schema or bears a signature that does not fit, is refused by name.
 */
public final class CapReader {

	/** The namespace of CAP 1.2; earlier versions are refused. */
	public static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

	private static final Grammar GRAMMAR = Grammar.load("/cap/", "CAP-v1.2.xsd");

	private CapReader() {
	}

	/**
	 * Reads one.
	 * @param alert the root element of its document
	 * @throws Unreadable naming the element that is missing or holds an unknown word
	 */
	public static Bulletin read(Node alert) throws Unreadable {
		try {
			Status status = CapHead.status(alert);
			MsgType msgType = CapHead.msgType(alert);
			CapHead.open(alert);
			CapHead.times(alert);
			valid(alert);
			Key key = new Key(alert.required("sender"), alert.required("identifier"),
					OffsetDateTime.parse(alert.required("sent")));
			List<Info> infos = CapWords.read(alert, key.sent());
			if (infos.isEmpty() && msgType != MsgType.Cancel) {
				throw new Unreadable("info がなく、伝える内容がありません", "no info, hence nothing to tell");
			}
			CapMessage message = new CapMessage(key, CapHead.references(alert, key, msgType),
					CapHead.effective(alert, key.sent()), infos, Signature.of(alert));
			Bulletin.Issue issue = new Bulletin.Issue(status, msgType, key.identifier(), "", key.sent());
			Bulletin.Origin origin = new Bulletin.Origin("cap", alert.text("info", "event"), areas(infos),
					key.sender());
			return new Bulletin(origin, issue, alert.text("info", "headline"), notices(infos), message, "");
		}
		catch (InvalidAlert ex) {
			throw new Unreadable(ex.field() + ": " + ex.japanese(), String.valueOf(ex.getMessage()));
		}
		catch (DateTimeException ex) {
			throw new Unreadable("日時として読めません: " + ex.getMessage(), "is no date and time");
		}
	}

	private static void valid(Node alert) throws Unreadable {
		String fault = GRAMMAR.fault(alert).orElse("");
		if (!fault.isEmpty()) {
			throw new Unreadable("CAP 1.2 のスキーマに合いません", "not valid against CAP-v1.2.xsd: " + fault);
		}
	}

	private static String areas(List<Info> infos) {
		return infos.stream()
			.flatMap((info) -> info.areas().stream())
			.map(Area::areaDesc)
			.distinct()
			.collect(Collectors.joining("、"));
	}

	private static List<Notice> notices(List<Info> infos) {
		return infos.stream()
			.flatMap((info) -> info.areas().stream().map((area) -> notice(info, area)))
			.distinct()
			.toList();
	}

	private static Notice notice(Info info, Area area) {
		Kind kind = new Kind(info.classification().severity(), info.classification().event(), "", "");
		String jis = area.geocodes()
			.stream()
			.filter((code) -> code.valueName().equals(Area.Geocode.JIS))
			.map(Area.Geocode::value)
			.findFirst()
			.orElse("");
		return new Notice(kind, new Place(Area.Geocode.JIS, "", jis, area.areaDesc(), true));
	}

}
