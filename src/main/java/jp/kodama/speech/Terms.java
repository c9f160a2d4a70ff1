package jp.kodama.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jp.kodama.audience.Municipality;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The words that a recogniser and a check of what was heard must know: the terms of
 * {@code config/speech/vocabulary.csv}, the municipality's places and its neighbours, and
 * the reading dictionary as it is now.
 */
@Component
public class Terms {

	private static final Pattern KANA = Pattern.compile("[ァ-ヴー]+");

	private static final Pattern HIRAGANA = Pattern.compile(".*[ぁ-ゖ].*");

	private final List<Term> own;

	private final List<Term> neighbours;

	private final Set<String> places = new TreeSet<>();

	private final ObjectProvider<Dictionary> dictionary;

	private final Readings files;

	private @Nullable Readings seen;

	private List<Term> all = List.of();

	Terms(@Value("${kodama.root}") Path root, ObjectProvider<Municipality> town, ObjectProvider<Dictionary> dictionary,
			Readings readingFiles) {
		this.own = load(root.resolve("config/speech/vocabulary.csv"));
		this.dictionary = dictionary;
		this.files = readingFiles;
		Municipality municipality = town.getIfAvailable();
		if (municipality != null) {
			this.places.add(SpokenJapanese.folded(municipality.name()));
			municipality.districts().forEach((one) -> this.places.add(SpokenJapanese.folded(one.name())));
		}
		this.neighbours = (municipality != null) ? Neighbours.of(municipality, root.resolve("config/areas"))
				: List.of();
	}

	/** All of them, the dictionary's as they are at this moment. */
	public synchronized List<Term> all() {
		Dictionary changed = this.dictionary.getIfAvailable();
		Readings now = (changed != null) ? changed.current() : this.files;
		if (now != this.seen) {
			Map<String, Term> terms = new LinkedHashMap<>();
			this.neighbours.forEach((term) -> terms.put(term.written(), term));
			now.all().forEach((written, reading) -> {
				String kana = SpokenJapanese.katakana(reading);
				// With hiragana in it, it mends the grammar around a word and is no word.
				if (KANA.matcher(kana).matches() && !HIRAGANA.matcher(written).matches()) {
					terms.put(written,
							new Term(written, kana, this.places.contains(written) ? Term.Kind.PLACE : Term.Kind.WORD));
				}
			});
			this.own.forEach((term) -> terms.put(term.written(), term));
			this.all = List.copyOf(terms.values());
			this.seen = now;
		}
		return this.all;
	}

	/**
	 * Reads a file of {@code written,kana[,level|place]} lines; {@code #} begins a
	 * comment. None if there is no such file.
	 * @throws IllegalStateException naming the file and the line that is broken
	 */
	public static List<Term> load(Path file) {
		List<Term> terms = new ArrayList<>();
		List<String> lines = lines(file);
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).replaceFirst("#.*", "").strip();
			if (!line.isEmpty()) {
				terms.add(term(line, file + ":" + (i + 1)));
			}
		}
		return terms;
	}

	private static Term term(String line, String where) {
		String[] columns = line.split(",", -1);
		String written = SpokenJapanese.folded(columns[0].strip());
		String kana = (columns.length > 1) ? SpokenJapanese.katakana(columns[1].strip()) : "";
		String kind = (columns.length > 2) ? columns[2].strip().toUpperCase(Locale.ROOT) : Term.Kind.WORD.name();
		if (columns.length > 3 || written.isEmpty() || !KANA.matcher(kana).matches()
				|| !Set.of("WORD", "PLACE", "LEVEL").contains(kind)) {
			throw new IllegalStateException(
					where + ": 「書き方,読み方（かな）[,level]」の形ではありません / not of the form written,kana[,level]: " + line);
		}
		return new Term(written, kana, Term.Kind.valueOf(kind));
	}

	private static List<String> lines(Path file) {
		try {
			return Files.exists(file) ? Files.readAllLines(file) : List.of();
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + ": 読めません / cannot be read as UTF-8: " + ex, ex);
		}
	}

}
