package jp.kodama.policy;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

import jp.kodama.audience.CodeTable;

/** Which telegrams there are: {@code telegrams.csv} and {@code voices.csv}. */
final class TelegramTable {

	private final Map<String, TelegramRule> byTitle = new HashMap<>();

	private final Map<String, Voice> voices = new HashMap<>();

	private TelegramTable() {
	}

	/**
	 * Reads them.
	 * @param folder {@code config/policy}
	 */
	static TelegramTable load(Path folder) {
		TelegramTable table = new TelegramTable();
		CodeTable.read(folder.resolve("telegrams.csv"))
			.stream()
			.map(TelegramRule::of)
			.forEach((rule) -> table.byTitle.put(plain(rule.title()), rule));
		CodeTable.read(folder.resolve("voices.csv")).forEach((row) -> {
			for (String code : row.getOrDefault("telegrams", "").split(" ")) {
				table.voices.put(code, Voice.of(row));
			}
		});
		return table;
	}

	/**
	 * The telegram of a title; width of letters and digits does not matter. A title in
	 * the table that ends in {@code *} is for all that open so.
	 */
	TelegramRule of(String title) {
		TelegramRule exact = this.byTitle.get(plain(title));
		return (exact != null) ? exact
				: this.byTitle.values()
					.stream()
					.filter((rule) -> rule.title().endsWith("*"))
					.filter((rule) -> plain(title).startsWith(plain(rule.title().replace("*", ""))))
					.findFirst()
					.orElse(TelegramRule.unknown(title));
	}

	/** How exactly a telegram tells of what others tell of too. */
	Voice voice(String telegram) {
		return this.voices.getOrDefault(telegram, Voice.EXACT);
	}

	private static String plain(String title) {
		return Normalizer.normalize(title, Normalizer.Form.NFKC).strip();
	}

}
