package jp.kodama.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jp.kodama.audience.Municipality;

/**
 * How words are read, where the voice gets them wrong: {@code 甲} is かぶと in Anamizu. The
 * longest entry that fits wins.
 */
final class Readings {

	private final Map<String, String> readings;

	private final Pattern written;

	private Readings(Map<String, String> readings) {
		this.readings = Map.copyOf(readings);
		this.written = Pattern.compile(readings.keySet()
			.stream()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.map(Pattern::quote)
			.collect(Collectors.joining("|")));
	}

	/** Every word as the voice reads it. */
	static Readings none() {
		return new Readings(Map.of());
	}

	/** Whether it changes nothing. */
	boolean isEmpty() {
		return this.readings.isEmpty();
	}

	/** These words, and no others. */
	static Readings of(Map<String, String> readings) {
		return new Readings(readings);
	}

	/**
	 * Reads a dictionary: one {@code written,reading} a line, {@code #} begins a comment.
	 * @throws IllegalStateException naming the file and the line that is broken
	 */
	static Readings load(Path file) {
		try {
			return new Readings(parse(Files.readAllLines(file)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + ": 読めません / cannot be read as UTF-8: " + ex, ex);
		}
		catch (InvalidReading ex) {
			throw new IllegalStateException(file + ":" + ex.line() + ": " + ex.japanese() + " / " + ex.getMessage(),
					ex);
		}
	}

	/**
	 * Reads the lines of a dictionary.
	 * @throws InvalidReading naming the first line that is broken, or gives a word again
	 */
	static Map<String, String> parse(List<String> lines) {
		Map<String, String> readings = new LinkedHashMap<>();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).replaceFirst("#.*", "").replace("\uFEFF", "").strip();
			if (!line.isEmpty()) {
				Reading entry = Reading.line(i + 1, line);
				if (readings.put(entry.written(), entry.reading()) != null) {
					throw new InvalidReading(i + 1, "written", "同じ語が二度あります: " + entry.written(),
							"given twice: " + entry.written());
				}
			}
		}
		return readings;
	}

	/** Every word and its reading. */
	Map<String, String> all() {
		return this.readings;
	}

	/**
	 * The same with a municipality's name and its districts; what the dictionary says
	 * comes first. In katakana: hiragana in the middle of a sentence is taken for
	 * grammar.
	 */
	Readings with(Municipality town) {
		Map<String, String> all = new HashMap<>();
		all.put(town.name(), SpokenJapanese.katakana(town.kana()));
		town.districts().forEach((place) -> all.put(place.name(), SpokenJapanese.katakana(place.kana())));
		all.putAll(this.readings);
		return new Readings(all);
	}

	/** The text with every known word replaced by its reading. */
	String applyTo(String text) {
		return isEmpty() ? text
				: this.written.matcher(text).replaceAll((found) -> this.readings.getOrDefault(found.group(), ""));
	}

}
