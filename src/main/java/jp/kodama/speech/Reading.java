package jp.kodama.speech;

import java.util.regex.Pattern;

/**
 * An entry of the reading dictionary: a word and how it is read.
 *
 * @param written in NFKC, as texts are compared
 * @param reading kana that a voice reads without guessing
 */
public record Reading(String written, String reading) {

	/** What a voice reads without guessing: kana, the long mark, a pause. */
	private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺー、]+");

	/** Kana that stand in every sentence: one of them alone would change the grammar. */
	private static final Pattern GRAMMAR = Pattern.compile("[ぁ-ゖ]");

	private static final int LONGEST = 60;

	/**
	 * Reads a line {@code written,reading}.
	 * @param number of the line, from 1
	 */
	static Reading line(int number, String line) {
		String[] columns = line.split(",", -1);
		if (columns.length != 2) {
			throw new InvalidReading(number, "line", "「書き方,読み方」の形ではありません: " + line,
					"not of the form written,reading: " + line);
		}
		return of(number, columns[0], columns[1]);
	}

	/** An entry as typed; half-width kana are as good as full-width. */
	static Reading of(int number, String written, String reading) {
		String word = SpokenJapanese.folded(written).strip();
		String kana = SpokenJapanese.folded(reading).strip();
		if (word.isEmpty() || word.length() > LONGEST) {
			throw new InvalidReading(number, "written", "書き方は1〜60文字です", "written must have 1 to 60 characters");
		}
		if (word.codePoints().noneMatch(Character::isLetter) || GRAMMAR.matcher(word).matches() || word.contains(",")
				|| word.contains("#")) {
			throw new InvalidReading(number, "written", "ことばではありません（記号・絵文字や、かな一文字は登録できません）: " + word,
					"written is no word: " + word);
		}
		if (!KANA.matcher(kana).matches() || kana.codePoints().noneMatch(Character::isLetter)
				|| kana.length() > LONGEST) {
			throw new InvalidReading(number, "reading", "読み方は60文字までのかなで書いてください: " + reading.strip(),
					"the reading is not kana: " + reading.strip());
		}
		return new Reading(word, kana);
	}

}
