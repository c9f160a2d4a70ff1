package jp.kodama.channel.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the account answers, by language: {@code channels/line/talk.yaml}. */
final class Phrasebook {

	/** What every language must say. */
	private static final List<String> KEYS = List.of("name", "welcome", "chosen", "nothing", "unread", "current");

	private final Map<String, Map<String, String>> languages = new LinkedHashMap<>();

	private Phrasebook() {
	}

	/**
	 * Reads it.
	 * @throws IllegalStateException naming the file and what is missing
	 */
	static Phrasebook load(Path file) {
		Phrasebook book = new Phrasebook();
		try {
			Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
			if (!(read instanceof Map<?, ?> languages) || !languages.containsKey("ja")) {
				throw new IllegalStateException(file + ": ja is missing");
			}
			languages.forEach((language, words) -> book.languages.put(String.valueOf(language),
					words(file, String.valueOf(language), words)));
			return book;
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalStateException(file + ": " + ex.getMessage(), ex);
		}
	}

	private static Map<String, String> words(Path file, String language, Object words) {
		Map<String, String> said = new LinkedHashMap<>();
		if (words instanceof Map<?, ?> map) {
			map.forEach((key, text) -> said.put(String.valueOf(key), String.valueOf(text).strip()));
		}
		for (String key : KEYS) {
			if (said.getOrDefault(key, "").isBlank()) {
				throw new IllegalStateException(file + ": " + language + "." + key + " is missing");
			}
		}
		return said;
	}

	/** The languages it speaks, by how each calls itself. */
	Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		this.languages.forEach((language, words) -> names.put(language, words.getOrDefault("name", language)));
		return names;
	}

	/** Whether it speaks a language. */
	boolean knows(String language) {
		return this.languages.containsKey(language);
	}

	/** A phrase; in Japanese and English where the language is another. */
	String say(String language, String key) {
		Map<String, String> words = this.languages.get(language);
		if (words == null) {
			return say("ja", key) + (knows("en") ? "\n\n" + say("en", key) : "");
		}
		return words.getOrDefault(key, "");
	}

}
