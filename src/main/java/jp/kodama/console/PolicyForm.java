package jp.kodama.console;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jp.kodama.policy.KindLine;
import jp.kodama.policy.verdict.Verdict;
import jp.kodama.policy.town.Selector;
import jp.kodama.policy.town.TimeWindow;
import jp.kodama.policy.town.TownPolicy;
import jp.kodama.policy.town.TownRule;

import org.springframework.util.MultiValueMap;

/**
 * What an officer chose in the policy editor: {@code action.<key>} for each kind, for
 * them all {@code from, until, name, acknowledge}; {@code drop} the numbers of rules that
 * go; {@code alarmAfter} in minutes.
 */
final class PolicyForm {

	/** Chosen to go back to what the tables say. */
	static final String STANDARD = "STANDARD";

	private final MultiValueMap<String, String> fields;

	PolicyForm(MultiValueMap<String, String> fields) {
		this.fields = fields;
	}

	/**
	 * The policy as it would be then: new rules first, since the first that fits decides.
	 */
	TownPolicy changed(TownPolicy base, List<KindLine> kinds) {
		Set<Integer> dropped = new HashSet<>();
		this.fields.getOrDefault("drop", List.of()).forEach((number) -> dropped.add(Integer.valueOf(number)));
		List<TownRule> added = new ArrayList<>();
		List<TownRule> rules = new ArrayList<>();
		for (int i = 0; i < base.rules().size(); i++) {
			if (!dropped.contains(i)) {
				rules.add(base.rules().get(i));
			}
		}
		for (KindLine kind : kinds) {
			String action = field("action." + kind.key());
			if (!action.isEmpty()) {
				Selector selects = new Selector(kind.telegrams(), List.of(kind.subjects().get(0).code()), List.of(),
						List.of());
				boolean standard = action.equals(STANDARD);
				rules.removeIf((rule) -> rule.selects().equals(selects)
						&& (standard || window().always() || rule.between().equals(window())));
				if (!standard) {
					added.add(new TownRule(field("name"), selects, window(), Verdict.valueOf(action),
							field("acknowledge")));
				}
			}
		}
		added.addAll(rules);
		return new TownPolicy(base.edition(), alarmAfter(base), added);
	}

	private TimeWindow window() {
		String from = field("from");
		String until = field("until");
		return (from.isEmpty() || until.isEmpty()) ? TimeWindow.ALWAYS
				: new TimeWindow(LocalTime.parse(from), LocalTime.parse(until));
	}

	private Optional<Duration> alarmAfter(TownPolicy base) {
		String minutes = field("alarmAfter");
		return minutes.isEmpty() ? base.alarmAfter() : Optional.of(Duration.ofMinutes(Long.parseLong(minutes)));
	}

	private String field(String name) {
		return Optional.ofNullable(this.fields.getFirst(name)).orElse("").strip();
	}

}
