package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.policy.town.TimeWindow;

/** What changes for whom between two policies of a municipality, in words. */
public final class PolicyDiff {

	private PolicyDiff() {
	}

	/**
	 * Compares them kind by kind, hour by hour.
	 * @return what is weakened first, then what is strengthened; in the order of the
	 * tables
	 */
	public static List<Change> between(Policy active, Policy proposed) {
		List<TimeWindow> parts = TimeWindow.parts(active.town(), proposed.town());
		Map<Turn, List<String>> keys = new LinkedHashMap<>();
		for (KindRule kind : active.rules().table()) {
			for (Turn turn : turns(kind, parts, active, proposed)) {
				keys.computeIfAbsent(turn, (one) -> new ArrayList<>()).add(kind.subject().key());
			}
		}
		List<Change> changes = new ArrayList<>(
				keys.entrySet().stream().map((entry) -> new Change(entry.getKey(), entry.getValue())).toList());
		changes.sort((one, other) -> Boolean.compare(other.turn.weaker(), one.turn.weaker()));
		return changes;
	}

	private static List<Turn> turns(KindRule kind, List<TimeWindow> parts, Policy active, Policy proposed) {
		Map<List<Verdict>, List<TimeWindow>> turned = new LinkedHashMap<>();
		for (TimeWindow part : parts) {
			Verdict before = active.rules().under(active.town(), part.from()).set(kind).verdict();
			Verdict after = proposed.rules().under(proposed.town(), part.from()).set(kind).verdict();
			if (before != after) {
				turned.computeIfAbsent(List.of(before, after), (key) -> new ArrayList<>()).add(part);
			}
		}
		return turned.entrySet()
			.stream()
			.map((entry) -> new Turn(kind.called(""), kind.hazard().words("event", "en", kind.hazard().id()),
					entry.getKey().get(0), entry.getKey().get(1), TimeWindow.joined(entry.getValue())))
			.toList();
	}

	/**
	 * A change of several kinds of one name.
	 *
	 * @param turn what
	 * @param keys of which, {@code VTSE41/62}
	 */
	public record Change(Turn turn, List<String> keys) {

		/** {@code 津波注意報（VTSE41/62）: 自動放送 → 職員確認 (22:00–06:00)}. */
		public String japanese() {
			return this.turn.name + "（" + String.join("、", this.keys) + "）: " + this.turn.japanese();
		}

		/** The same in English. */
		public String english() {
			return this.turn.english + ": " + this.turn.plain();
		}

	}

	/**
	 * How the same thing is handled before and after.
	 *
	 * @param name what, in Japanese
	 * @param english what, in English
	 * @param before what it led to
	 * @param after what it would lead to
	 * @param when at which times of the day
	 */
	public record Turn(String name, String english, Verdict before, Verdict after, List<TimeWindow> when) {

		/** Whether fewer people are told, or later. */
		public boolean weaker() {
			return this.after.compareTo(this.before) < 0;
		}

		/** {@code 自動放送 → 職員確認 (22:00–06:00)}. */
		public String japanese() {
			return this.before.japanese() + " → " + this.after.japanese() + at(this.when);
		}

		/** {@code AUTO → HOLD (22:00–06:00)}. */
		public String plain() {
			return this.before + " → " + this.after + at(this.when);
		}

		/** {@code " (22:00–06:00)"}; empty for the whole day. */
		static String at(List<TimeWindow> when) {
			return when.stream().anyMatch(TimeWindow::always) ? ""
					: " (" + String.join(", ", when.stream().map(TimeWindow::words).toList()) + ")";
		}

	}

}
