package jp.kodama.policy.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A policy as a file: what the editor makes, and the line that tells who activated it.
 */
public final class PolicyText {

	private static final String ACTIVATION = "(?m)^activation:.*\\R?";

	private PolicyText() {
	}

	/** The policy as YAML; reading it gives the same policy. */
	public static String of(String jis, TownPolicy policy) {
		Map<String, Object> root = new LinkedHashMap<>();
		root.put("town", jis);
		policy.alarmAfter().ifPresent((time) -> root.put("hold", Map.of("alarm-after", time.toMinutes())));
		if (!policy.rules().isEmpty()) {
			root.put("rules", policy.rules().stream().map(PolicyText::rule).toList());
		}
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setAllowUnicode(true);
		options.setWidth(200);
		return new Yaml(options).dump(root);
	}

	/** The text with the line that says who activated it. */
	public static String activated(String text, int version, String proposer, String activator, String at) {
		return "activation: {version: %d, proposed-by: '%s', activated-by: '%s', at: '%s'}%n".formatted(version,
				quoted(proposer), quoted(activator), at) + plain(text);
	}

	/** The text without that line: what may be proposed again. */
	public static String plain(String text) {
		return text.replaceFirst(ACTIVATION, "");
	}

	private static String quoted(String name) {
		return name.replace("'", "''");
	}

	private static Map<String, Object> rule(TownRule rule) {
		Map<String, Object> map = new LinkedHashMap<>();
		put(map, "name", rule.name());
		put(map, "telegrams", rule.selects().telegrams());
		put(map, "kinds", rule.selects().kinds());
		put(map, "levels", rule.selects().levels());
		put(map, "hazards", rule.selects().hazards());
		if (!rule.between().always()) {
			map.put("between", rule.between().text());
		}
		map.put("action", rule.action().name());
		put(map, "acknowledge", rule.acknowledge());
		return map;
	}

	private static void put(Map<String, Object> map, String name, String value) {
		if (!value.isEmpty()) {
			map.put(name, value);
		}
	}

	private static void put(Map<String, Object> map, String name, List<?> values) {
		if (!values.isEmpty()) {
			map.put(name, new ArrayList<>(values));
		}
	}

}
