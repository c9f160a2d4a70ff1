package jp.kodama.intake.michibiki;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Bulletin.Kind;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Bulletin.Place;

/**
 * Says what a DCX message says. A message names no event; each kind of hazard is one, so
 * that a flood ends no missile alert and an all-clear finds what it ends. One that is
 * meant and holds a number nobody knows, or an area nobody can place, goes by a title of
 * its own, which an officer looks at.
 */
final class DcxReader {

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private static final Place NOWHERE = new Place("", "", "", "", true);

	private final CodeLists lists;

	DcxReader(CodeLists lists) {
		this.lists = lists;
	}

	Bulletin read(Dcx message, Instant received) {
		Instant reported = message.onset(received).orElse(received);
		if (message.empty()) {
			return bulletin(message, this.lists.value("null"), reported, List.of(NOWHERE));
		}
		if (message.country() != Integer.parseInt(this.lists.value("country"))) {
			return bulletin(message, this.lists.value("abroad"), reported, List.of(NOWHERE));
		}
		Optional<List<Place>> places = new AreasOfDcx(message, this.lists).places();
		Optional<String> title = this.lists.field("providers", message.provider(), "title");
		boolean known = places.isPresent() && title.isPresent() && known(message);
		boolean meant = status(message) == Status.Actual;
		return bulletin(message, (known || (!meant && title.isPresent())) ? title.get() : this.lists.value("unknown"),
				reported, places.orElse(List.of(NOWHERE)));
	}

	private boolean known(Dcx message) {
		return this.lists.field("hazards", message.hazard(), "code").isPresent()
				&& this.lists.word("severity", message.severity()).isPresent()
				&& this.lists.field("guidance", message.guidance(), "ja").isPresent()
				&& this.lists.words("versions").contains(Integer.toString(message.version()));
	}

	private Bulletin bulletin(Dcx message, String title, Instant reported, List<Place> places) {
		String guidance = this.lists.field("guidance", message.guidance(), "ja").orElse("");
		String office = this.lists.field("providers", message.provider(), "ja")
			.orElse("provider " + message.provider());
		OffsetDateTime time = reported.atZone(JAPAN).toOffsetDateTime();
		MsgType type = this.lists.word("types", message.messageType()).filter("Update"::equals).isPresent()
				? MsgType.Update : MsgType.Alert;
		Kind kind = kind(message, guidance);
		return new Bulletin(new Bulletin.Origin("michibiki", title, title, office),
				new Bulletin.Issue(status(message), type, kind.code(), "", time), guidance,
				places.stream().map((place) -> new Notice(kind, place)).toList());
	}

	private Kind kind(Dcx message, String guidance) {
		int hazard = message.hazard();
		String name = this.lists.field("hazards", hazard, "ja").orElse("種別不明（" + hazard + "）");
		boolean clear = this.lists.word("types", message.messageType()).filter("AllClear"::equals).isPresent();
		return new Kind(this.lists.field("hazards", hazard, "code").orElse("UNKNOWN-" + hazard),
				guidance.isEmpty() ? name : name + "：" + guidance, clear ? "解除" : "", "");
	}

	/** What the satellites send for trial is marked so by A1. */
	private Status status(Dcx message) {
		return this.lists.word("types", message.messageType()).filter("Test"::equals).isPresent() ? Status.Test
				: Status.Actual;
	}

}
