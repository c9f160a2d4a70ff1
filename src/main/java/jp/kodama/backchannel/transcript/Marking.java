package jp.kodama.backchannel.transcript;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jp.kodama.audience.Municipality;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Word;

/**
 * Leaves open what must not be guessed: numbers, levels and place names that were not
 * heard well enough become {@link #OPEN}.
 */
final class Marking {

	/** What stands where a word was not understood well enough. */
	static final String OPEN = Word.guess("");

	private static final Pattern NUMBER = Pattern.compile(".*[0-9０-９〇一二三四五六七八九十百千].*|レベル|警戒|"
			+ "(?i:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|.*teen|.*ty|hundred|level)");

	private final Set<String> places = new HashSet<>();

	private final double least;

	Marking(Municipality town, double least) {
		this.least = least;
		name(town.name());
		name(town.kana());
		name(town.english());
		town.districts().forEach((district) -> {
			name(district.name());
			name(district.kana());
			name(district.english());
		});
	}

	private void name(String name) {
		String plain = plain(name);
		if (plain.length() > 1 || (plain.length() == 1 && plain.charAt(0) > 0x3000)) {
			this.places.add(plain);
			this.places.add(plain.replaceFirst("(町|市|村|まち|ちょう|し|むら|town|city)$", "").strip());
		}
	}

	/** The text, with what was not understood well enough left open. */
	String marked(List<Word> words) {
		List<Word> marked = words.stream()
			.map((word) -> critical(word) && word.confidence() < this.least
					? new Word(OPEN, word.reading(), word.confidence(), word.from(), word.to()) : word)
			.toList();
		return new Heard(true, marked).text();
	}

	/** Whether something in a text is left open, or only guessed at. */
	static boolean open(String text) {
		return text.contains(Word.GUESS);
	}

	/** How well all of it was understood: the mean over the words, 0–1. */
	static double confidence(List<Word> words) {
		return words.stream().mapToDouble(Word::confidence).average().orElse(0);
	}

	private boolean critical(Word word) {
		return NUMBER.matcher(word.text()).matches() || this.places.contains(plain(word.text()))
				|| this.places.contains(plain(word.reading()));
	}

	/** Small letters, and hiragana for katakana. */
	private static String plain(String text) {
		StringBuilder plain = new StringBuilder();
		text.toLowerCase(Locale.ROOT)
			.chars()
			.forEach(
					(letter) -> plain.append((char) ((letter >= 0x30A1 && letter <= 0x30F6) ? letter - 0x60 : letter)));
		return plain.toString();
	}

}
