package jp.kodama.bench.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/**
 * The texts: the radio's golden alerts and the officers' templates, every sentence once.
 * A quarter was set aside by a rule before any error was looked at: where the SHA-256 of
 * its name begins with a byte that four divides.
 */
final class Corpus {

	private static final Map<String, Map<String, String>> BLANKS = Map.of( //
			"ja", Map.of("districts", "住吉地区、諸橋地区", "shelter", "諸橋公民館", "place", "諸橋公民館", "time", "午後4時30分", "until", "午後6時"), //
			"en", Map.of("districts", "Sumiyoshi and Morohashi", "shelter", "Morohashi community centre", "place",
					"Morohashi community centre", "time", "4:30 p.m.", "until", "6 p.m."));

	private Corpus() {
	}

	static List<Text> of(Path root) throws IOException {
		List<Text> texts = new ArrayList<>();
		for (Path folder : list(root.resolve("channels/radio/golden"))) {
			for (String language : List.of("ja", "en")) {
				Path script = folder.resolve(language + ".script.txt");
				if (Files.exists(script)) {
					texts.add(new Text(folder.getFileName().toString(), language, sentences(Files.readAllLines(script))));
				}
			}
		}
		for (Path file : list(root.resolve("config/templates"))) {
			texts.addAll(template(file));
		}
		return texts;
	}

	private static List<Text> template(Path file) throws IOException {
		Map<String, Object> template = new Yaml().load(Files.readString(file));
		List<Text> texts = new ArrayList<>();
		Map<?, ?> all = (template.get("texts") instanceof Map<?, ?> found) ? found : Map.of();
		for (String language : List.of("ja", "en")) {
			if (all.get(language) instanceof Map<?, ?> words) {
				List<String> lines = new ArrayList<>();
				for (String part : List.of("headline", "instruction", "description")) {
					Object line = words.get(part);
					if (line != null && !line.toString().isBlank()) {
						lines.add(filled(line.toString(), language, template.get("blanks")));
					}
				}
				texts.add(new Text(file.getFileName().toString().replace(".yaml", ""), language, sentences(lines)));
			}
		}
		return texts;
	}

	/** A blank takes its first choice, or something a town would write there. */
	private static String filled(String line, String language, Object blanks) {
		String text = line;
		Map<String, String> values = new TreeMap<>();
		if (blanks instanceof Map<?, ?> named) {
			named.forEach((name, blank) -> {
				if (blank instanceof Map<?, ?> one && one.get("choices") instanceof List<?> choices
						&& choices.get(0) instanceof Map<?, ?> first) {
					values.put(name.toString(), String.valueOf(first.get(language)));
				}
			});
		}
		values.putAll(BLANKS.get(language));
		for (Map.Entry<String, String> value : values.entrySet()) {
			text = text.replace("{" + value.getKey() + "}", value.getValue());
		}
		return text.replaceAll("\\{[^}]*}", language.equals("ja") ? "諸橋公民館" : "Morohashi community centre");
	}

	private static List<String> sentences(List<String> lines) {
		Set<String> sentences = new LinkedHashSet<>();
		for (String line : lines) {
			for (String sentence : line.split("(?<=[。！？])|(?<=\\.)\\s+|\\R")) {
				if (!sentence.isBlank() && !sentence.startsWith("〔")) {
					sentences.add(sentence.strip());
				}
			}
		}
		return List.copyOf(sentences);
	}

	private static List<Path> list(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	/**
	 * One text.
	 *
	 * @param name of its golden alert or template
	 * @param language of its words
	 * @param sentences each once
	 */
	record Text(String name, String language, List<String> sentences) {

		boolean aside() {
			try {
				byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.name.getBytes(StandardCharsets.UTF_8));
				return (hash[0] & 0xff) % 4 == 0;
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

		boolean golden() {
			return !this.name.matches("\\d+-.*");
		}

	}

}
