package jp.kodama.policy;

import java.util.List;

import jp.kodama.audience.Municipalities;
import jp.kodama.audience.Municipality;
import jp.kodama.policy.AreaMatch.Result;
import jp.kodama.policy.Bulletin.Kind;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Bulletin.Place;

/** Whom a message concerns, where area codes alone do not tell. */
final class Scope {

	private final Areas areas;

	Scope(Areas areas) {
		this.areas = areas;
	}

	AreaMatch match(Bulletin bulletin, TelegramRule telegram, Municipality municipality) {
		AreaMatch byCode = this.areas.match(bulletin.notices(), municipality);
		return switch (telegram.scope()) {
			case AREAS -> byCode;
			case OFFICE -> (byCode.result() != Result.NOWHERE) ? byCode : byHeading(bulletin, municipality);
			case NATION, NANKAI -> everybody(bulletin, "全国");
		};
	}

	/** Whether the words of a message name the municipality or an area around it. */
	static boolean names(Bulletin bulletin, Municipality municipality) {
		String words = bulletin.origin().heading() + bulletin.headline();
		return words.contains(municipality.name())
				|| codes(municipality, Municipalities.OFFICE_NAME).stream().anyMatch(words::contains);
	}

	/** Whether an observatory writes for the municipality; 気象庁 itself does for all. */
	static boolean serves(String office, Municipality municipality) {
		List<String> own = codes(municipality, Municipalities.OBSERVATORY);
		return office.isEmpty() || office.startsWith("気象庁") || own.isEmpty() || own.stream().anyMatch(office::contains);
	}

	private AreaMatch byHeading(Bulletin bulletin, Municipality municipality) {
		return codes(municipality, Municipalities.OFFICE_NAME).stream()
			.filter(bulletin.origin().heading()::startsWith)
			.findFirst()
			.map((office) -> everybody(bulletin, office))
			.orElse(new AreaMatch(Result.ELSEWHERE, 4, List.of()));
	}

	private AreaMatch everybody(Bulletin bulletin, String name) {
		List<Notice> kinds = this.areas.unplaced(bulletin.notices());
		Place place = new Place("", "", "", name, false);
		List<Notice> notices = kinds.isEmpty()
				? List.of(new Notice(new Kind("", bulletin.origin().title(), "", ""), place))
				: kinds.stream().map((notice) -> new Notice(notice.kind(), place)).toList();
		return new AreaMatch(Result.OURS, 4, notices);
	}

	private static List<String> codes(Municipality municipality, String system) {
		return municipality.codes().getOrDefault(system, List.of());
	}

}
