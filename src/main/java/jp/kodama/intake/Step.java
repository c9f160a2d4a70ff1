package jp.kodama.intake;

import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.policy.Decision.Part;

import org.jspecify.annotations.Nullable;

/**
 * What a telegram makes of the alert that is in force.
 *
 * @param part what the telegram leads to
 * @param msgType what the new alert does
 * @param before the alert in force that it replaces or withdraws; null if there is none
 */
record Step(Part part, MsgType msgType, @Nullable Alert before) {

	List<Key> references() {
		return (this.before != null) ? List.of(this.before.key()) : List.of();
	}

	/** What is lifted is called as it was called when it was aired. */
	String event(String language, String otherwise) {
		return (this.before != null)
				? this.before.info(language).map((info) -> info.classification().event()).orElse(otherwise) : otherwise;
	}

}
