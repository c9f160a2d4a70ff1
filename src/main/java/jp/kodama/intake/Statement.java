package jp.kodama.intake;

import java.time.Instant;
import java.util.List;

import jp.kodama.alert.MsgType;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Decision.Rated;
import jp.kodama.policy.verdict.Verdict;

/**
 * What one kind of telegram last said of one family of hazards.
 *
 * @param family of hazards
 * @param telegram its data code
 * @param hazard which is in force, of hazards.yaml; empty for none
 * @param verdict what it leads to
 * @param kinds as the telegram named it
 * @param reported when the telegram was issued
 */
record Statement(String family, String telegram, String hazard, Verdict verdict, List<Rated> kinds, Instant reported) {

	Statement {
		kinds = List.copyOf(kinds);
	}

	/** What a part of a telegram states. */
	static Statement of(Part part, String telegram, Instant reported) {
		boolean inForce = part.msgType() != MsgType.Cancel && part.verdict().alerts();
		return new Statement(part.hazard().family(), telegram, inForce ? part.hazard().id() : "", part.verdict(),
				inForce ? part.kinds() : List.of(), reported);
	}

	/** Whether it is about the same, by the same kind of telegram. */
	boolean replaces(Statement other) {
		return this.family.equals(other.family) && this.telegram.equals(other.telegram);
	}

}
