package jp.kodama.intake.jma;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Bulletin.Notice;

/**
 * Reads a telegram: control part, head, and whatever of headline and body says which kind
 * of warning is in force where. Knows the shapes of telegrams, not their codes.
 */
public final class JmaReader {

	/** The namespace of every telegram. */
	public static final String NAMESPACE = "http://xml.kishou.go.jp/jmaxml1/";

	private static final Map<String, Status> STATUS = Map.of("通常", Status.Actual, "訓練", Status.Exercise, "試験",
			Status.Test);

	private static final Map<String, MsgType> INFO_TYPE = Map.of("発表", MsgType.Alert, "遅延", MsgType.Alert, "訂正",
			MsgType.Update, "取消", MsgType.Cancel);

	private JmaReader() {
	}

	/**
	 * Reads one.
	 * @param report the root element
	 * @throws Unreadable naming the element that is missing or holds an unknown word
	 */
	public static Bulletin read(Node report) throws Unreadable {
		Node control = part(report, "Control");
		Node head = part(report, "Head");
		Bulletin.Origin origin = new Bulletin.Origin("jma", control.required("Title"), head.text("Title"),
				control.text("EditorialOffice"));
		Bulletin.Issue issue = new Bulletin.Issue(word(control, "Status", STATUS), word(head, "InfoType", INFO_TYPE),
				head.text("EventID"), head.text("Serial"), time(head));
		List<Notice> notices = new ArrayList<>(HeadNotices.read(head));
		report.first("Body").ifPresent((body) -> notices.addAll(BodyNotices.read(body, notices)));
		return new Bulletin(origin, issue, head.text("Headline", "Text"), notices);
	}

	private static Node part(Node report, String name) throws Unreadable {
		return report.first(name).orElseThrow(() -> new Unreadable(name + " がありません", name + " is missing"));
	}

	private static OffsetDateTime time(Node head) throws Unreadable {
		String text = head.required("ReportDateTime");
		try {
			return OffsetDateTime.parse(text);
		}
		catch (DateTimeException ex) {
			throw new Unreadable("Head/ReportDateTime を日時として読めません: " + text,
					"Head/ReportDateTime is no date and time: " + text);
		}
	}

	private static <T> T word(Node node, String name, Map<String, T> words) throws Unreadable {
		String text = node.required(name);
		T value = words.get(text);
		if (value == null) {
			throw new Unreadable(node.name() + "/" + name + " が未知の値です: " + text,
					node.name() + "/" + name + " holds an unknown word: " + text);
		}
		return value;
	}

}
