package jp.kodama.intake;

import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.verdict.Verdict;

import org.jspecify.annotations.Nullable;

/**
 * What a telegram makes of the alert that is in force.
 *
 * @param part what leads
 * @param also what is in force beside it and named with it
 * @param msgType what the new alert does
 * @param before the alert in force that it replaces or withdraws; null if there is none
 * @param way how it goes out
 */
record Step(Part part, List<Part> also, MsgType msgType, @Nullable Alert before, Way way) {

	Step {
		also = List.copyOf(also);
	}

	/** How an alert goes out. */
	enum Way {

		/** At once, by every channel. */
		AIRED,
		/** At once, shown and read but not heard: lower, lifted or worded anew. */
		WRITTEN,
		/** When an officer has released it; not heard either. */
		HELD

	}

	/** The first alert of an incident. */
	static Step first(Part part, List<Part> also) {
		return new Step(part, also, MsgType.Alert, null, (part.verdict() == Verdict.AUTO) ? Way.AIRED : Way.HELD);
	}

	List<Key> references() {
		return (this.before != null) ? List.of(this.before.key()) : List.of();
	}

	/** What is lifted is called as it was called when it was aired. */
	String event(String language, String otherwise) {
		return (this.before != null)
				? this.before.info(language).map((info) -> info.classification().event()).orElse(otherwise) : otherwise;
	}

}
