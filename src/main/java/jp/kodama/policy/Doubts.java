package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.util.List;
import java.util.stream.Collectors;

import jp.kodama.alert.MsgType;
import jp.kodama.audience.Municipality;
import jp.kodama.policy.AreaMatch.Result;
import jp.kodama.policy.Bulletin.Notice;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Decision.Rated;

/**
 * What the tables do not know. Nothing that may concern the municipality is ignored, and
 * nothing unknown goes out without an officer.
 */
final class Doubts {

	private final Hazard other;

	private final Municipality municipality;

	Doubts(Hazard other, Municipality municipality) {
		this.other = other;
		this.municipality = municipality;
	}

	/**
	 * A telegram of a new kind: held if it names the municipality by code or in its
	 * words, otherwise recorded.
	 */
	Decision unknownTitle(Bulletin bulletin, AreaMatch match) {
		String title = "「" + bulletin.origin().title() + "」";
		boolean ours = match.result() == Result.OURS || match.result() == Result.UNKNOWN;
		if (!ours && !Scope.names(bulletin, this.municipality)) {
			return plain(Verdict.RECORD, "未知の電文" + title + "。当地域の記載がないため記録のみ。 / unknown title, not about us");
		}
		MsgType msgType = bulletin.issue().msgType();
		List<Rated> kinds = match.notices()
			.stream()
			.map(Notice::kind)
			.map((kind) -> new Rated(kind.code(), kind.name(), null))
			.distinct()
			.toList();
		List<Rated> named = kinds.isEmpty() ? List.of(new Rated("", bulletin.origin().title(), null)) : kinds;
		String reason = "【要確認】未知の電文" + title
				+ "が当地域を対象にしている。職員が判断する。 / ALARM: unknown title names this area; add it to telegrams.csv";
		return new Decision(Verdict.HOLD, "", reason, named, List.of(this.municipality.name()),
				List.of(new Part(this.other, Verdict.HOLD, msgType, named)));
	}

	/**
	 * No area that Kodama knows. Where a warning names areas in a code system that the
	 * table has never heard of, an officer of those whom its office serves must look.
	 */
	Decision nowhere(TelegramRule telegram, Bulletin bulletin, List<Part> parts, Decision nothing) {
		List<Part> alerting = parts.stream().filter((part) -> part.verdict().alerts()).toList();
		if (alerting.isEmpty() || telegram.unlisted() != Verdict.HOLD
				|| !Scope.serves(bulletin.origin().office(), this.municipality)) {
			return nothing.because("対象地域の記載がないため記録のみ。 / names no area");
		}
		String why = "【要確認】対象地域が未知のコード体系で書かれている。";
		Decision open = new Decision(Verdict.RECORD, telegram.code(), why, List.of(), List.of(this.municipality.name()),
				alerting);
		return open.held(why, "ALARM: code system of the area is not in code-systems.csv");
	}

	/** The telegram names areas in a code system that nobody filled in for us. */
	Decision unknownArea(TelegramRule telegram, List<Part> parts, AreaMatch match) {
		String systems = match.notices()
			.stream()
			.map((notice) -> notice.place().system())
			.distinct()
			.collect(Collectors.joining("、"));
		List<Part> alerting = parts.stream().filter((part) -> part.verdict().alerts()).toList();
		String why = "【要設定】" + this.municipality.name() + "の「" + systems
				+ "」のコードが config/areas/municipalities.csv になく、対象かどうか判断できない。";
		String english = "area code of this municipality is not configured";
		Decision open = new Decision(Verdict.RECORD, telegram.code(), why + " / " + english, List.of(), List.of(),
				alerting);
		return alerting.isEmpty() ? open : open.held(why, english);
	}

	private static Decision plain(Verdict verdict, String reason) {
		return new Decision(verdict, "", reason, List.of(), List.of(), List.of());
	}

}
