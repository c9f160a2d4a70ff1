package jp.kodama.intake.jma;

import java.util.ArrayList;
import java.util.List;

import jp.kodama.intake.xml.Node;
import jp.kodama.policy.Bulletin.Kind;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Bulletin.Place;

/** Reads {@code Head/Headline/Information}, which all telegrams share. */
final class HeadNotices {

	private HeadNotices() {
	}

	static List<Notice> read(Node head) {
		List<Notice> notices = new ArrayList<>();
		for (Node block : head.path("Headline", "Information")) {
			for (Node item : block.all("Item")) {
				List<Kind> kinds = Kinds.of(item);
				for (Node areas : item.all("Areas")) {
					for (Node area : areas.all("Area")) {
						Place place = new Place(areas.attribute("codeType"), block.attribute("type"), area.text("Code"),
								area.text("Name"), false);
						kinds.forEach((kind) -> notices.add(new Notice(kind, place)));
					}
				}
			}
		}
		return notices;
	}

}
