package jp.kodama.policy.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jp.kodama.policy.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Reads a municipality's own policy and checks it against the schema. */
public final class PolicyReader {

	private final PolicySchema schema;

	/**
	 * Reads the schema.
	 * @param folder {@code config/policy}
	 */
	public PolicyReader(Path folder) {
		this.schema = new PolicySchema(folder.resolve("policy.schema.json"));
	}

	/**
	 * Reads a file.
	 * @throws InvalidPolicy naming file, line and field
	 */
	public WrittenPolicy read(Path file) {
		try {
			return read(file.toString(), Files.readString(file));
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + ": cannot be read: " + ex, ex);
		}
	}

	/** The same for a text that has a name. */
	public WrittenPolicy read(String name, String text) {
		YamlSource source = new YamlSource(name, text);
		List<PolicyFault> faults = this.schema.faults(source);
		if (!faults.isEmpty()) {
			throw new InvalidPolicy(faults);
		}
		Map<?, ?> root = map(source.content());
		List<TownRule> rules = new ArrayList<>();
		List<String> places = new ArrayList<>();
		int number = 0;
		for (Object rule : list(root.get("rules"))) {
			String pointer = "/rules/" + number++;
			rules.add(rule(map(rule), pointer, source));
			places.add(pointer + "/action");
		}
		shortForm(map(root.get("actions")), rules, places);
		Optional<Duration> alarm = Optional.ofNullable(map(root.get("hold")).get("alarm-after"))
			.map((minutes) -> Duration.ofMinutes(((Number) minutes).longValue()));
		TownPolicy policy = new TownPolicy(edition(name, map(root.get("activation"))), alarm, rules);
		return new WrittenPolicy(policy, string(root.get("town")), places, source);
	}

	private static Edition edition(String name, Map<?, ?> activation) {
		return (activation.get("version") instanceof Number version) ? Edition.activated(version.intValue())
				: Edition.file(String.valueOf(Path.of(name).getFileName()));
	}

	private static TownRule rule(Map<?, ?> rule, String pointer, YamlSource source) {
		Selector selects = new Selector(strings(rule.get("telegrams")), strings(rule.get("kinds")),
				list(rule.get("levels")).stream().map((level) -> ((Number) level).intValue()).toList(),
				strings(rule.get("hazards")));
		return new TownRule(string(rule.get("name")), selects, window(rule.get("between"), pointer, source),
				Verdict.valueOf(string(rule.get("action"))), string(rule.get("acknowledge")).strip());
	}

	private static TimeWindow window(@Nullable Object between, String pointer, YamlSource source) {
		if (between == null) {
			return TimeWindow.ALWAYS;
		}
		TimeWindow window = TimeWindow.parse(between.toString());
		if (window.always()) {
			throw new InvalidPolicy(List.of(source.fault(pointer + "/between", "始まりと終わりが同じです。終日なら書かないでください",
					"begins as it ends; leave it out for the whole day")));
		}
		return window;
	}

	/**
	 * {@code actions: {VXSE53: RECORD, VTSE41/62: HOLD}}: single kinds before telegrams.
	 */
	private static void shortForm(Map<?, ?> actions, List<TownRule> rules, List<String> places) {
		Stream.of(true, false).forEach((single) -> actions.forEach((key, action) -> {
			String[] parts = key.toString().split("/", 2);
			if ((parts.length == 2) == single) {
				Selector selects = new Selector(List.of(parts[0]), single ? List.of(parts[1]) : List.of(), List.of(),
						List.of());
				rules.add(new TownRule("", selects, TimeWindow.ALWAYS, Verdict.valueOf(action.toString()), ""));
				places.add("/actions/" + key.toString().replace("/", "~1"));
			}
		}));
	}

	private static Map<?, ?> map(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? map : Map.of();
	}

	private static List<?> list(@Nullable Object value) {
		return (value instanceof List<?> list) ? list : List.of();
	}

	private static List<String> strings(@Nullable Object value) {
		return list(value).stream().map(Objects::toString).toList();
	}

	private static String string(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
