package jp.kodama.policy.town;

import java.util.List;

/**
 * Which kinds of warning a rule is for: those that match every list that is not empty.
 *
 * @param telegrams data codes
 * @param kinds kind codes, as kinds.csv writes them
 * @param levels 警戒レベル
 * @param hazards ids or families of hazards.yaml
 */
public record Selector(List<String> telegrams, List<String> kinds, List<Integer> levels, List<String> hazards) {

	public Selector {
		telegrams = List.copyOf(telegrams);
		kinds = List.copyOf(kinds);
		levels = List.copyOf(levels);
		hazards = List.copyOf(hazards);
	}

	/** Whether a kind is meant. */
	public boolean matches(Subject one) {
		return (this.telegrams.isEmpty() || this.telegrams.contains(one.telegram()))
				&& (this.kinds.isEmpty() || this.kinds.contains(one.code()))
				&& (this.levels.isEmpty() || (one.level() != null && this.levels.contains(one.level())))
				&& (this.hazards.isEmpty() || this.hazards.contains(one.hazard())
						|| this.hazards.contains(one.family()));
	}

}
