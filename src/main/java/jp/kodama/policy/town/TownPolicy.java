package jp.kodama.policy.town;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import jp.kodama.policy.verdict.Verdict;

/**
 * What one municipality set otherwise than the tables. The first rule that fits decides;
 * where none does, the tables do.
 *
 * @param edition which one it is
 * @param alarmAfter how long an alert that waits for an officer waits before it alarms,
 * each time anew; empty: as the safeguards say
 * @param rules in order
 */
public record TownPolicy(Edition edition, Optional<Duration> alarmAfter, List<TownRule> rules) {

	/** Nothing is set otherwise. */
	public static final TownPolicy NONE = new TownPolicy(Edition.TABLES, Optional.empty(), List.of());

	public TownPolicy {
		rules = List.copyOf(rules);
	}

	/** The rule that decides about a kind at a time of the day. */
	public Optional<TownRule> rule(Subject subject, LocalTime time) {
		return this.rules.stream().filter((rule) -> rule.decides(subject, time)).findFirst();
	}

	/** The strongest that a kind leads to by any rule, whatever the time. */
	public Verdict strongest(Subject subject) {
		return this.rules.stream()
			.filter((rule) -> rule.selects().matches(subject))
			.map(TownRule::action)
			.reduce(Verdict.REJECT, Verdict::or);
	}

}
