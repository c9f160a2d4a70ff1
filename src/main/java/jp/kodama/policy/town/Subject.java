package jp.kodama.policy.town;

import org.jspecify.annotations.Nullable;

/**
 * What a rule may speak of: a kind of warning in a telegram, as the tables have it.
 *
 * @param telegram its data code
 * @param code the kind's code
 * @param level 警戒レベル, where there is one
 * @param hazard the id in hazards.yaml
 * @param family its family
 */
public record Subject(String telegram, String code, @Nullable Integer level, String hazard, String family) {

	/** {@code VTSE41/62}. */
	public String key() {
		return this.telegram + "/" + this.code;
	}

}
