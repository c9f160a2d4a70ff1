package jp.kodama.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.policy.town.InvalidPolicy;
import jp.kodama.policy.town.PolicyFault;
import jp.kodama.policy.town.TimeWindow;
import jp.kodama.policy.town.TownPolicy;
import jp.kodama.policy.town.TownRule;
import jp.kodama.policy.town.WrittenPolicy;

/**
 * Holds a municipality's own policy against the tables: codes that are not there, kinds
 * that have no words to be told in, and what must not be silenced.
 */
final class PolicyCheck {

	private final Rules rules;

	private final WrittenPolicy written;

	private final TownPolicy town;

	private final List<PolicyFault> faults = new ArrayList<>();

	PolicyCheck(Rules rules, WrittenPolicy written) {
		this.rules = rules;
		this.written = written;
		this.town = written.policy();
	}

	/**
	 * The policy, if it may be used for a municipality.
	 * @throws InvalidPolicy with all that stands against it
	 */
	TownPolicy passed(String jis) {
		if (!this.written.town().isEmpty() && !this.written.town().equals(jis)) {
			this.faults.add(this.written.fault("town", "別の市町村の方針です（" + this.written.town() + "）",
					"is the policy of another municipality, not of " + jis));
		}
		for (int i = 0; i < this.town.rules().size(); i++) {
			examine(i, this.town.rules().get(i));
		}
		if (!this.faults.isEmpty()) {
			throw new InvalidPolicy(this.faults);
		}
		return this.town;
	}

	private void examine(int number, TownRule rule) {
		List<KindRule> kinds = this.rules.table()
			.stream()
			.filter((kind) -> !kind.lifts() && rule.selects().matches(kind.subject()))
			.toList();
		unknown(rule).forEach((code) -> fault(number, "表にありません: " + code, "is not in the tables: " + code));
		if (kinds.isEmpty()) {
			fault(number, "どの種別にも当てはまりません", "selects no kind of kinds.csv");
		}
		if (rule.action().alerts()) {
			named(kinds.stream().filter((kind) -> !kind.hazard().told() && meant(rule, kind)).toList())
				.ifPresent((names) -> fault(number, "伝えることばが hazards.yaml にありません: " + names,
						"hazards.yaml has no words (act, tell) for: " + names));
		}
		else if (rule.acknowledge().isEmpty()) {
			named(kinds.stream().filter((kind) -> silenced(rule, kind)).toList())
				.ifPresent((names) -> fault(number, "職員確認（HOLD）より弱くするには、理由（acknowledge）が必要です: " + names,
						"must not be silenced below HOLD without a reason (acknowledge): " + names));
		}
	}

	/** Whether it is this rule that tells nobody of what lives depend on. */
	private boolean silenced(TownRule rule, KindRule kind) {
		return kind.verdict().alerts() && this.rules.safeguards().protect(kind.subject()) && TimeWindow.parts(this.town)
			.stream()
			.anyMatch(
					(part) -> this.town.rule(kind.subject(), part.from()).filter((first) -> first == rule).isPresent());
	}

	/** Whether a rule names a kind itself, not only its telegram, level or family. */
	private static boolean meant(TownRule rule, KindRule kind) {
		return !rule.selects().kinds().isEmpty() || rule.selects().hazards().contains(kind.hazard().id());
	}

	private Set<String> unknown(TownRule rule) {
		Set<String> unknown = new LinkedHashSet<>(rule.selects().telegrams());
		unknown.removeAll(this.rules.table().stream().map((kind) -> kind.subject().telegram()).toList());
		Set<String> hazards = new LinkedHashSet<>(rule.selects().hazards());
		this.rules.hazards().byId().values().forEach((one) -> hazards.removeAll(List.of(one.id(), one.family())));
		Set<String> kinds = new LinkedHashSet<>(rule.selects().kinds());
		this.rules.table()
			.stream()
			.map(KindRule::subject)
			.filter((one) -> rule.selects().telegrams().contains(one.telegram()))
			.forEach((one) -> kinds.remove(one.code()));
		unknown.addAll(hazards);
		unknown.addAll(kinds);
		return unknown;
	}

	private void fault(int number, String japanese, String english) {
		this.faults.add(this.written.fault(number, japanese, english));
	}

	private static java.util.Optional<String> named(List<KindRule> kinds) {
		return kinds.isEmpty() ? java.util.Optional.empty()
				: java.util.Optional.of(kinds.stream()
					.map((kind) -> kind.called("") + " (" + kind.subject().key() + ")")
					.distinct()
					.collect(Collectors.joining(", ")));
	}

}
