package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.alert.MsgType;
import jp.kodama.policy.Decision.Part;

/** What keeps a message from going out by itself that is old, early or misshapen. */
final class Caution {

	/** An all-clear is worth telling for a day; an alarm is not. */
	private static final Duration LIFT_MAX_AGE = Duration.ofHours(24);

	/** Clocks differ; more than this and a clock is wrong, or the telegram is. */
	private static final Duration EARLY = Duration.ofMinutes(10);

	private final Senders senders;

	Caution(Senders senders) {
		this.senders = senders;
	}

	/** What the schema refuses may be garbled: nothing of it goes out by itself. */
	Decision shaped(Decision decision, Bulletin bulletin) {
		if (bulletin.flaw().isEmpty() || decision.verdict() != Verdict.AUTO) {
			return decision;
		}
		return (this.senders.misshapen() == Verdict.AUTO) ? decision.because(" 【要確認】様式に合わない電文: " + bulletin.flaw())
				: decision.held("【要確認】様式（XMLスキーマ）に合わない電文。", "ALARM: " + bulletin.flaw() + ": ");
	}

	/** What is too old is recorded; what comes from the future waits for an officer. */
	Decision timely(Decision decision, Bulletin bulletin, OffsetDateTime at) {
		Duration age = Duration.between(bulletin.issue().reported(), at);
		if (decision.parts().isEmpty()) {
			return (age.compareTo(LIFT_MAX_AGE) > 0) ? decision.silentOf(List.of()) : decision;
		}
		Part first = decision.parts().get(0);
		Duration most = (first.msgType() == MsgType.Cancel) ? LIFT_MAX_AGE : first.hazard().times().maxAge();
		if (age.compareTo(most) > 0) {
			return decision.downTo(Verdict.RECORD, "古い電文: 発表から" + Reasons.span(age) + "（上限" + Reasons.span(most)
					+ "）。放送せず記録のみ。 / stale: older than policy allows; " + decision.reason());
		}
		if (age.negated().compareTo(EARLY) > 0) {
			return decision.held("【要確認】電文の時刻が未来（" + bulletin.issue().reported() + "）。", "reported in the future");
		}
		return decision;
	}

}
