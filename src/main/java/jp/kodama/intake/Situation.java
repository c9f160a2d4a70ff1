package jp.kodama.intake;

import java.time.OffsetDateTime;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.MsgType;
import jp.kodama.policy.Decision.Part;

import org.jspecify.annotations.Nullable;

/**
 * Weighs a telegram against the alert of its incident that is in force: first, changed,
 * repeated, late or lifted.
 *
 * @param step what to do; null for nothing
 * @param reason why nothing is done; empty if something is
 */
record Situation(@Nullable Step step, String reason) {

	/**
	 * Weighs.
	 * @param part what the telegram leads to
	 * @param issued when it was issued
	 * @param current the latest released alert of the incident
	 */
	static Situation of(Part part, OffsetDateTime issued, Optional<Alert> current) {
		Alert last = current.orElse(null);
		if (last != null && older(issued, last)) {
			return nothing("これより新しい電文を処理済み（" + last.identifier() + "） / a newer telegram was handled");
		}
		Alert inForce = (last != null && last.msgType() != MsgType.Cancel) ? last : null;
		if (part.msgType() == MsgType.Cancel) {
			return (inForce != null) ? new Situation(new Step(part, MsgType.Cancel, inForce), "")
					: nothing("発報中のものがないため取り消すものはない / nothing of ours is in force");
		}
		if (inForce == null) {
			return new Situation(new Step(part, MsgType.Alert, null), "");
		}
		if (Phrases.signature(part).equals(inForce.main().parameters().get(AlertMaker.SIGNATURE))) {
			return nothing("発報中の内容と同じ（" + inForce.identifier() + "） / repeats what is in force");
		}
		return new Situation(new Step(part, MsgType.Update, inForce), "");
	}

	private static Situation nothing(String reason) {
		return new Situation(null, reason);
	}

	private static boolean older(OffsetDateTime issued, Alert last) {
		String before = last.main().parameters().get(AlertMaker.ISSUED);
		return before != null && issued.isBefore(OffsetDateTime.parse(before));
	}

}
