package jp.kodama.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
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

	/** What a voice reads without guessing: kana, the long mark, a pause. */
	private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺー、]+");

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

	/**
	 * Reads a dictionary: one {@code written,reading} a line, {@code #} begins a comment.
	 * @throws IllegalStateException naming the file and the line that is broken
	 */
	static Readings load(Path file) {
		Map<String, String> readings = new HashMap<>();
		List<String> lines = lines(file);
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).replaceFirst("#.*", "").strip();
			if (line.isEmpty()) {
				continue;
			}
			String[] columns = line.split(",", -1);
			String where = file + ":" + (i + 1) + ": ";
			if (columns.length != 2 || columns[0].isBlank()) {
				throw new IllegalStateException(
						where + "「書き方,読み方」の形ではありません / not of the form written,reading: " + line);
			}
			String reading = columns[1].strip();
			if (!KANA.matcher(reading).matches()) {
				throw new IllegalStateException(where + "読み方はかなで書いてください / the reading is not kana: " + reading);
			}
			if (readings.put(SpokenJapanese.folded(columns[0].strip()), reading) != null) {
				throw new IllegalStateException(where + "同じ語が二度あります / given twice: " + columns[0]);
			}
		}
		return new Readings(readings);
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + ": 読めません / cannot be read as UTF-8: " + ex, ex);
		}
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
