package jp.kodama.policy;

import java.time.Duration;
import java.util.stream.Collectors;

import jp.kodama.alert.MsgType;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Decision.Rated;

/** Puts a decision into words, Japanese first. */
final class Reasons {

	private Reasons() {
	}

	static String of(Decision decision, Part first) {
		String areas = String.join("・", decision.areas());
		String names = first.kinds().stream().map(Rated::name).distinct().collect(Collectors.joining("・"));
		boolean unlisted = first.hazard().id().equals("other");
		if (unlisted && !first.verdict().alerts()) {
			return "放送の対象でない情報（" + names + "）なので記録のみ。 / " + decision.telegram() + ": information, never broadcast";
		}
		String what = switch (first.msgType()) {
			case Alert -> (areas.isEmpty() ? "" : "に") + names;
			case Update -> "の" + names + "（継続・切替。すでに放送した内容と同じなら放送しない）";
			case Cancel -> "の解除・引下げ（" + names + "）。発報中のものがあれば取り消す";
		};
		return (unlisted ? "【要確認】コード表にない種別。" : "") + areas + what + "。" + action(first) + " / "
				+ english(decision, first);
	}

	/** A span in words. */
	static String span(Duration span) {
		if (span.toDays() > 2) {
			return span.toDays() + "日";
		}
		return (span.toHours() > 2) ? span.toHours() + "時間" : span.toMinutes() + "分";
	}

	private static String action(Part part) {
		return switch (part.verdict()) {
			case AUTO -> (part.msgType() == MsgType.Cancel) ? "" : "自動で放送する。";
			case HOLD -> "職員が確認し、文字のみで伝える。";
			case IGNORE -> "町の方針により扱わない。";
			default -> "放送せず記録のみ。";
		};
	}

	private static String english(Decision decision, Part part) {
		String codes = part.kinds().stream().map(Rated::code).distinct().collect(Collectors.joining(","));
		return decision.telegram() + "/" + (codes.isEmpty() ? "-" : codes) + " " + part.msgType() + " -> "
				+ part.verdict() + (part.hazard().id().equals("other") ? " (ALARM: code not in kinds.csv)" : "");
	}

}
