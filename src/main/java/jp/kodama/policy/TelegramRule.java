package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.util.Map;

/**
 * A row of {@code config/policy/telegrams.csv}.
 *
 * @param title {@code Control/Title}
 * @param code data code
 * @param scope how it says whom it concerns
 * @param unlisted what an unknown kind code leads to
 * @param autoRank the coarsest area that may lead to AUTO
 */
record TelegramRule(String title, String code, Scope scope, Verdict unlisted, int autoRank) {

	/** How a telegram says whom it concerns. */
	enum Scope {

		/** By area codes. */
		AREAS,
		/** By the 府県予報区 that its heading opens with. */
		OFFICE,
		/** Everybody. */
		NATION,
		/** The prefectures of 南海トラフ地震防災対策推進地域. */
		NANKAI

	}

	/** A telegram of a title that the table does not have. */
	static TelegramRule unknown(String title) {
		return new TelegramRule(title, "", Scope.AREAS, Verdict.HOLD, 9);
	}

	static TelegramRule of(Map<String, String> row) {
		return new TelegramRule(row.getOrDefault("title", ""), row.getOrDefault("code", ""),
				Scope.valueOf(row.getOrDefault("scope", "").toUpperCase(java.util.Locale.ROOT)),
				Verdict.valueOf(row.getOrDefault("unlisted", "")), Integer.parseInt(row.getOrDefault("auto_rank", "")));
	}

	/** Whether the table has it. */
	boolean known() {
		return !this.code.isEmpty();
	}

}
