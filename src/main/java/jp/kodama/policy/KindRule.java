package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jp.kodama.policy.town.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code config/policy/kinds.csv}.
 *
 * @param telegrams the data codes it is for
 * @param code the kind's code; {@code *} any, {@code -} none, {@code X*} opens with X,
 * {@code *X} ends with X; {@code X/Y} X where the telegram gives Y as what of it
 * @param name its name; {@code =} before it: said instead of the telegram's
 * @param level 警戒レベル
 * @param action AUTO, HOLD, RECORD, CANCEL
 * @param hazard of hazards.yaml
 */
record KindRule(List<String> telegrams, String code, String name, @Nullable Integer level, String action,
		Hazard hazard) {

	private static final String CANCEL = "CANCEL";

	static KindRule of(Map<String, String> row, Map<String, Hazard> hazards) {
		Hazard hazard = hazards.get(row.getOrDefault("hazard", ""));
		if (hazard == null) {
			throw new IllegalStateException("kinds.csv: hazard " + row.get("hazard") + " is not in hazards.yaml");
		}
		String level = row.getOrDefault("level", "");
		KindRule rule = new KindRule(Arrays.asList(row.getOrDefault("telegrams", "").split(" ")),
				row.getOrDefault("code", ""), row.getOrDefault("name", ""),
				level.isEmpty() ? null : Integer.valueOf(level), row.getOrDefault("action", ""), hazard);
		rule.verdict();
		return rule;
	}

	/** A kind that the table does not have. */
	static KindRule unlisted(TelegramRule telegram, Hazard other) {
		return new KindRule(List.of(telegram.code()), "*", "", null, telegram.unlisted().name(), other);
	}

	boolean matches(String telegram, String kind) {
		if (!this.telegrams.contains(telegram)) {
			return false;
		}
		if (this.code.equals("-")) {
			return kind.isEmpty();
		}
		if (this.code.startsWith("*")) {
			return kind.endsWith(this.code.substring(1));
		}
		return this.code.endsWith("*") ? kind.startsWith(this.code.substring(0, this.code.length() - 1))
				: this.code.equals(kind);
	}

	/** Whether the kind says that something is over. */
	boolean lifts() {
		return this.action.equals(CANCEL);
	}

	/**
	 * What it leads to. A lift is automatic: it airs nothing unless we aired something.
	 */
	Verdict verdict() {
		return lifts() ? Verdict.AUTO : Verdict.valueOf(this.action);
	}

	/** How it is called, where the telegram calls it so. */
	String called(String theirs) {
		if (this.name.startsWith("=")) {
			return this.name.substring(1);
		}
		return theirs.isEmpty() ? this.name : theirs;
	}

	/** What a municipality's own rules may speak of; for a rule of a single telegram. */
	Subject subject() {
		return new Subject(this.telegrams.get(0), this.code.replaceFirst("/.*", ""), this.level, this.hazard.id(),
				this.hazard.family());
	}

	/** The same for one of its telegrams. */
	KindRule of(String telegram) {
		return new KindRule(List.of(telegram), this.code, this.name, this.level, this.action, this.hazard);
	}

	KindRule with(String otherAction) {
		return new KindRule(this.telegrams, this.code, this.name, this.level, otherAction, this.hazard);
	}

}
