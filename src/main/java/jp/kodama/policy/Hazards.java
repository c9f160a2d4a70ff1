package jp.kodama.policy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.boot.convert.DurationStyle;

/** {@code config/policy/hazards.yaml}, read. */
final class Hazards {

	private final Map<String, Hazard> byId = new LinkedHashMap<>();

	private final Map<String, String> sounds;

	private final List<Integer> nankai;

	private final Map<String, Map<String, Map<String, String>>> phrases;

	private Hazards(Map<String, Object> yaml) {
		this.sounds = map(yaml.get("sounds"));
		this.nankai = list(yaml.get("nankai"));
		this.phrases = map(yaml.get("phrases"));
		Map<String, Object> hazards = map(yaml.get("hazards"));
		hazards.forEach((id, entry) -> this.byId.put(id, hazard(id, map(entry))));
	}

	static Hazards load(Path file) {
		try {
			return new Hazards(yaml(file));
		}
		catch (ClassCastException | IllegalArgumentException ex) {
			throw new IllegalStateException(file + ": " + ex.getMessage(), ex);
		}
	}

	/** A YAML file as a map; empty if the file is. */
	static Map<String, Object> yaml(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + ": cannot be read: " + ex.getMessage(), ex);
		}
	}

	Map<String, Hazard> byId() {
		return this.byId;
	}

	/** How a sound is described to officers. */
	String sound(String id) {
		return this.sounds.getOrDefault(id, "");
	}

	/** What is said where a hazard has no words of its own. */
	String phrase(String part, String doing, String language) {
		return this.phrases.getOrDefault(part, Map.of()).getOrDefault(doing, Map.of()).getOrDefault(language, "");
	}

	/** Whether a prefecture has municipalities in 南海トラフ地震防災対策推進地域. */
	boolean nankai(String jis) {
		return this.nankai.contains(Integer.parseInt(jis.substring(0, 2)));
	}

	private static Hazard hazard(String id, Map<String, Object> entry) {
		Map<String, Map<String, String>> words = new LinkedHashMap<>();
		Map<String, String> traits = new LinkedHashMap<>();
		entry.forEach((name, value) -> {
			if (value instanceof Map) {
				words.put(name, map(value));
			}
			else {
				traits.put(name, String.valueOf(value));
			}
		});
		Hazard.Times times = new Hazard.Times(duration(traits, "max-age", "3h"), duration(traits, "lasts", "24h"));
		return new Hazard(id, new Hazard.Words(words), traits, times);
	}

	private static Duration duration(Map<String, String> traits, String name, String otherwise) {
		return DurationStyle.detectAndParse(traits.getOrDefault(name, otherwise));
	}

	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	private static <V> Map<String, V> map(@org.jspecify.annotations.Nullable Object value) {
		return (value != null) ? (Map<String, V>) value : Map.of();
	}

	@SuppressWarnings("unchecked")
	private static <V> List<V> list(@org.jspecify.annotations.Nullable Object value) {
		return (value != null) ? (List<V>) value : List.of();
	}

}
