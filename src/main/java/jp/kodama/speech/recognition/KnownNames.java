package jp.kodama.speech.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import jp.kodama.speech.EnglishSounds;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Word;

/**
 * Finds a town's own names where an English recogniser, which has no word for them, heard
 * others that sound alike: {@code zuma you have she} for Sumiyoshi. What it puts in their
 * place is marked as a guess and has no confidence, so that it never goes out by itself.
 */
final class KnownNames implements UnaryOperator<Heard> {

	/** Farther apart is another word. */
	private static final double FARTHEST = 0.38;

	/** A shorter name sounds like too much else. */
	private static final int SHORTEST = 6;

	private static final int MOST_WORDS = 6;

	private final Collection<String> names;

	private final EnglishSounds sounds;

	private final Map<String, List<String>> known = new LinkedHashMap<>();

	KnownNames(Collection<String> names, EnglishSounds sounds) {
		this.names = List.copyOf(names);
		this.sounds = sounds;
	}

	/**
	 * The words with those names in them, the likeliest first where two would overlap.
	 */
	@Override
	public Heard apply(Heard heard) {
		List<Word> words = heard.words();
		List<Found> found = new ArrayList<>();
		for (int from = 0; from < words.size(); from++) {
			look(words, from, found);
		}
		found.sort(Comparator.comparingDouble(Found::distance));
		NavigableMap<Integer, Found> taken = new TreeMap<>();
		found.stream()
			.filter((one) -> taken.values().stream().noneMatch(one::overlaps))
			.forEach((one) -> taken.put(one.from(), one));
		List<Word> result = new ArrayList<>();
		for (int at = 0; at < words.size(); at++) {
			Found name = taken.get(at);
			result.add((name != null) ? name.word(words) : words.get(at));
			at = (name != null) ? name.to() - 1 : at;
		}
		return new Heard(heard.complete(), result);
	}

	private void look(List<Word> words, int from, List<Found> found) {
		List<String> heard = new ArrayList<>();
		for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
			heard.addAll(this.sounds.of(words.get(to - 1).text()));
			for (Map.Entry<String, List<String>> name : known().entrySet()) {
				double distance = Likeness.distance(name.getValue(), heard);
				if (distance < FARTHEST) {
					found.add(new Found(name.getKey(), from, to, distance));
				}
			}
		}
	}

	private synchronized Map<String, List<String>> known() {
		if (this.known.isEmpty()) {
			for (String name : this.names) {
				List<String> said = this.sounds.of(name);
				if (said.size() >= SHORTEST) {
					this.known.put(name, said);
				}
			}
		}
		return this.known;
	}

	/** A name in place of some words. */
	private record Found(String name, int from, int to, double distance) {

		boolean overlaps(Found other) {
			return this.from < other.to && other.from < this.to;
		}

		Word word(List<Word> words) {
			return new Word(Word.guess(this.name), this.name, 0, words.get(this.from).from(),
					words.get(this.to - 1).to());
		}

	}

}
