package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.policy.town.Subject;
import jp.kodama.policy.town.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * A kind of warning as the policy editor shows it: one row of kinds.csv, for all its
 * telegrams.
 *
 * @param name what telegrams call it
 * @param subjects the kind in each of its telegrams
 * @param standard what the tables say
 * @param present what the municipality's policy makes of it, in words
 * @param guarded whether it must not be silenced without a reason
 */
public record KindLine(String name, List<Subject> subjects, Verdict standard, String present, boolean guarded) {

	/** All kinds that a policy can change, in the order of the tables. */
	public static List<KindLine> of(Policy policy) {
		Map<List<Object>, List<KindRule>> rows = new LinkedHashMap<>();
		policy.rules()
			.table()
			.stream()
			.filter((kind) -> !kind.lifts())
			.forEach((kind) -> rows
				.computeIfAbsent(List.of(kind.code(), kind.called(""), kind.action(), kind.hazard().id()),
						(key) -> new ArrayList<>())
				.add(kind));
		return rows.values().stream().map((kinds) -> of(policy, kinds)).toList();
	}

	/** Tells it from the others: {@code VTSE41/62}. */
	public String key() {
		return this.subjects.get(0).key();
	}

	/** 警戒レベル. */
	public @Nullable Integer level() {
		return this.subjects.get(0).level();
	}

	/** Data codes. */
	public List<String> telegrams() {
		return this.subjects.stream().map(Subject::telegram).toList();
	}

	private static KindLine of(Policy policy, List<KindRule> kinds) {
		KindRule first = kinds.get(0);
		return new KindLine(first.called(""), kinds.stream().map(KindRule::subject).toList(), first.verdict(),
				String.join("、", kinds.stream().map((kind) -> present(policy, kind)).distinct().toList()),
				first.verdict().alerts() && policy.rules().safeguards().protect(first.subject()));
	}

	private static String present(Policy policy, KindRule kind) {
		Map<Verdict, List<TimeWindow>> byVerdict = new LinkedHashMap<>();
		for (TimeWindow part : TimeWindow.parts(policy.town())) {
			byVerdict
				.computeIfAbsent(policy.rules().under(policy.town(), part.from()).set(kind).verdict(),
						(verdict) -> new ArrayList<>())
				.add(part);
		}
		return String.join("、",
				byVerdict.entrySet()
					.stream()
					.map((entry) -> entry.getKey().japanese() + PolicyDiff.Turn.at(TimeWindow.joined(entry.getValue())))
					.toList());
	}

}
