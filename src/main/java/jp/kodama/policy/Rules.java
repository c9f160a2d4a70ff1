package jp.kodama.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.kodama.audience.CodeTable;

/** The tables under {@code config/policy}, with what one municipality set otherwise. */
final class Rules {

	private final Hazards hazards;

	private final Map<String, TelegramRule> telegrams = new HashMap<>();

	private final List<KindRule> kinds;

	private final Map<String, Voice> voices = new HashMap<>();

	private Rules(Path folder, String jis) {
		this.hazards = Hazards.load(folder.resolve("hazards.yaml"));
		CodeTable.read(folder.resolve("telegrams.csv"))
			.stream()
			.map(TelegramRule::of)
			.forEach((rule) -> this.telegrams.put(plain(rule.title()), rule));
		CodeTable.read(folder.resolve("voices.csv")).forEach((row) -> {
			for (String code : row.getOrDefault("telegrams", "").split(" ")) {
				this.voices.put(code, Voice.of(row));
			}
		});
		Map<String, Object> own = actions(folder.resolve(jis + ".yaml"));
		this.kinds = CodeTable.read(folder.resolve("kinds.csv"))
			.stream()
			.map((row) -> KindRule.of(row, this.hazards.byId()))
			.flatMap((rule) -> rule.telegrams().stream().map((code) -> set(rule, code, own)))
			.toList();
	}

	/**
	 * Reads them.
	 * @param folder {@code config/policy}
	 * @param jis the municipality
	 */
	static Rules load(Path folder, String jis) {
		return new Rules(folder, jis);
	}

	/**
	 * The telegram of a title; width of letters and digits does not matter. A title in
	 * the table that ends in {@code *} is for all that open so.
	 */
	TelegramRule telegram(String title) {
		TelegramRule exact = this.telegrams.get(plain(title));
		return (exact != null) ? exact
				: this.telegrams.values()
					.stream()
					.filter((rule) -> rule.title().endsWith("*"))
					.filter((rule) -> plain(title).startsWith(plain(rule.title().replace("*", ""))))
					.findFirst()
					.orElse(TelegramRule.unknown(title));
	}

	/** What a code of a telegram leads to. */
	Optional<KindRule> kind(String telegram, String code) {
		return this.kinds.stream().filter((rule) -> rule.matches(telegram, code)).findFirst();
	}

	/**
	 * What a kind of a telegram leads to: a rule for each of its causes where the table
	 * tells them apart, otherwise the rule of its code.
	 */
	List<KindRule> kind(String telegram, Bulletin.Kind kind) {
		List<KindRule> byCause = Arrays.stream(kind.cause().split("、"))
			.filter((cause) -> !cause.isEmpty())
			.flatMap((cause) -> this.kinds.stream()
				.filter((rule) -> rule.code().contains("/") && rule.matches(telegram, kind.code() + "/" + cause)))
			.toList();
		return byCause.isEmpty() ? kind(telegram, kind.code()).stream().toList() : byCause;
	}

	/** How exactly a telegram tells of what others tell of too. */
	Voice voice(String telegram) {
		return this.voices.getOrDefault(telegram, Voice.EXACT);
	}

	/** All kinds of a telegram. */
	List<KindRule> kinds(String telegram) {
		return this.kinds.stream().filter((rule) -> rule.telegrams().contains(telegram)).toList();
	}

	Hazards hazards() {
		return this.hazards;
	}

	Hazard other() {
		return this.hazards.byId().getOrDefault("other", this.hazards.byId().values().iterator().next());
	}

	/** {@code actions: {VXSE53: RECORD, VTSE41/62: HOLD}} of {@code <jis>.yaml}. */
	private static Map<String, Object> actions(Path file) {
		if (!Files.exists(file)) {
			return Map.of();
		}
		if (Hazards.yaml(file).get("actions") instanceof Map<?, ?> actions) {
			Map<String, Object> own = new HashMap<>();
			actions.forEach((key, value) -> own.put(String.valueOf(key), String.valueOf(value)));
			return own;
		}
		throw new IllegalStateException(file + ": actions: is missing");
	}

	private static KindRule set(KindRule rule, String telegram, Map<String, Object> own) {
		KindRule single = new KindRule(List.of(telegram), rule.code(), rule.name(), rule.level(), rule.action(),
				rule.hazard());
		Object action = own.getOrDefault(telegram + "/" + rule.code(),
				own.getOrDefault(telegram + "/" + rule.code().replaceFirst("/.*", ""), own.get(telegram)));
		return (action != null && !rule.lifts()) ? single.with(action.toString()) : single;
	}

	private static String plain(String title) {
		return Normalizer.normalize(title, Normalizer.Form.NFKC).strip();
	}

}
