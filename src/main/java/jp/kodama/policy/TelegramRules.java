package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.util.List;

import jp.kodama.alert.MsgType;
import jp.kodama.audience.Municipality;
import jp.kodama.policy.AreaMatch.Result;
import jp.kodama.policy.Decision.Part;

/**
 * What a telegram leads to for one municipality by what it says, whatever its age and
 * shape.
 */
final class TelegramRules {

	private final Scope scope;

	private final Doubts doubts;

	private final Municipality municipality;

	TelegramRules(Scope scope, Doubts doubts, Municipality municipality) {
		this.scope = scope;
		this.doubts = doubts;
		this.municipality = municipality;
	}

	/**
	 * Decides.
	 * @param now the tables as the municipality has set them for this hour
	 */
	Decision decide(Bulletin bulletin, Rules now) {
		TelegramRule telegram = now.telegram(bulletin.origin().title());
		AreaMatch match = this.scope.match(bulletin, telegram, this.municipality);
		Assessment assessment = new Assessment(now, telegram, bulletin.issue().msgType() == MsgType.Update);
		List<String> areas = match.notices().stream().map((notice) -> notice.place().name()).distinct().toList();
		Decision nothing = new Decision(Verdict.RECORD, telegram.code(), "", List.of(), List.of(), List.of());
		if (!telegram.known()) {
			return this.doubts.unknownTitle(bulletin, match);
		}
		if (bulletin.issue().msgType() == MsgType.Cancel && match.result() != Result.ELSEWHERE) {
			return withdrawn(assessment, nothing);
		}
		return switch (match.result()) {
			case NOWHERE -> this.doubts.nowhere(telegram, bulletin, assessment.parts(match.notices()), nothing);
			case ELSEWHERE -> elsewhere(bulletin, assessment, nothing);
			case UNKNOWN -> this.doubts.unknownArea(telegram, assessment.parts(match.notices()), match);
			case OURS -> weighed(now, telegram,
					new Decision(Verdict.RECORD, telegram.code(), "", assessment.kinds(match.notices()), areas,
							assessment.parts(match.notices())),
					match.rank())
				.silentOf(assessment.quiet(match.notices()));
		};
	}

	/**
	 * A correction that does not name us any more takes back what named us by mistake.
	 */
	private Decision elsewhere(Bulletin bulletin, Assessment assessment, Decision nothing) {
		Decision ignored = nothing.downTo(Verdict.IGNORE,
				this.municipality.name() + "は対象地域に含まれない。 / " + nothing.telegram() + " does not name this municipality");
		return (bulletin.issue().msgType() == MsgType.Alert) ? ignored : ignored.silentOf(assessment.quiet(List.of()));
	}

	private Decision weighed(Rules now, TelegramRule telegram, Decision open, int rank) {
		if (open.parts().isEmpty()) {
			return open.downTo(Verdict.IGNORE, this.municipality.name() + "への発表はない。 / nothing in force here");
		}
		Part first = open.parts().get(0);
		String what = Reasons.of(open, first);
		List<Part> alerting = open.parts().stream().filter((part) -> part.verdict().alerts()).toList();
		Decision decision = new Decision(first.verdict(), open.telegram(), what, open.kinds(), open.areas(), alerting);
		if (first.verdict() == Verdict.AUTO && first.msgType() != MsgType.Cancel && rank > telegram.autoRank()) {
			return decision.held("町を特定しない電文。", "area named too coarsely for AUTO");
		}
		if (telegram.scope() == TelegramRule.Scope.NANKAI && !now.hazards().nankai(this.municipality.jis())) {
			return decision.held("南海トラフ地震防災対策推進地域の外。", "outside the Nankai area");
		}
		return decision;
	}

	/** A withdrawal needs no officer: it airs nothing unless something was aired. */
	private static Decision withdrawn(Assessment assessment, Decision nothing) {
		List<Part> parts = assessment.withdrawn();
		Verdict verdict = parts.stream().map(Part::verdict).reduce(Verdict.RECORD, Verdict::or);
		return new Decision(verdict, nothing.telegram(),
				"取消報。この事象で発報中のものがあれば取り消す。なければ記録のみ。 / withdraws what is in force of this event, if anything",
				nothing.kinds(), nothing.areas(), verdict.alerts() ? parts : List.of());
	}

}
