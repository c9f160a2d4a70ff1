package jp.kodama.speech;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns written Japanese into what a voice can say without guessing. */
final class SpokenJapanese {

	/** The station's name is written in kana; a voice takes hiragana for grammar. */
	private static final Pattern STATION = Pattern.compile("ぼうさい([ぁ-ゖー]+?)(?=です|でした|から|より|が)");

	private static final Pattern BRACKETS = Pattern.compile("[\\[\\]【】「」『』()〔〕〈〉《》]+");

	private static final Pattern RANGE = Pattern.compile("(?<=[\\d時分日月])[〜~](?=[\\d午])");

	/** Forms of kanji in names that voices pass over in silence. */
	private static final String[][] VARIANTS = { { "髙", "高" }, { "﨑", "崎" }, { "𠮷", "吉" }, { "德", "徳" },
			{ "濵", "浜" } };

	/**
	 * Plain Japanese writes readings behind kanji: 土（つち）, or with an explanation behind a
	 * colon.
	 */
	private static final Pattern FURIGANA = Pattern.compile("(?<=[\\p{IsHan}々])\\([ぁ-ゖァ-ヺー・ ]+(?::([^)]*))?\\)");

	/** A term and its reading, both in brackets: （避難指示・ひなんしじ）. */
	private static final Pattern GLOSS = Pattern.compile("\\(([\\p{IsHan}々]+)・[ぁ-ゖー ]+\\)");

	/** Plain Japanese sets words apart; a voice would pause at each. */
	private static final Pattern GAPS = Pattern.compile("(?<=[\\p{IsHan}々ぁ-ゖァ-ヺー。、]) +(?=[\\p{IsHan}々ぁ-ゖァ-ヺ\\d])");

	/** Emoji and other pictures: a voice that meets one alone says nothing. */
	private static final Pattern PICTURES = Pattern.compile("[\\p{So}\\p{Cs}\\p{Co}\\p{Cn}\\p{Cf}\\uFE00-\\uFE0F]");

	/** A pause before the first word makes a voice stumble. */
	private static final Pattern LEADING_PAUSE = Pattern.compile("(^|(?<=[。！？!?\\n]))[、\\s]+");

	/** Nor is there a pause where the sentence ends anyway. */
	private static final Pattern PAUSE_TOO_MANY = Pattern.compile("[、\\s]+(?=[。！？!?])");

	private SpokenJapanese() {
	}

	/** The words as spoken, places and terms read by a dictionary. */
	static String of(String written, Readings readings) {
		String text = folded(written);
		text = FURIGANA.matcher(text)
			.replaceAll(
					(found) -> (found.group(1) != null) ? Matcher.quoteReplacement("、" + found.group(1) + "、") : "");
		text = GLOSS.matcher(text).replaceAll("、$1、");
		text = SpokenNumbers.of(text);
		text = STATION.matcher(text).replaceAll((name) -> "防災" + katakana(name.group(1)));
		text = readings.applyTo(text);
		text = RANGE.matcher(text).replaceAll("から");
		text = BRACKETS.matcher(text).replaceAll("、");
		text = PICTURES.matcher(text).replaceAll("");
		return PAUSE_TOO_MANY.matcher(LEADING_PAUSE.matcher(text).replaceAll("")).replaceAll("");
	}

	/** Plain Japanese with its words together again. */
	static String joined(String easy) {
		return GAPS.matcher(folded(easy)).replaceAll("");
	}

	/** One form for full-width digits, half-width kana and the like (NFKC). */
	static String folded(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
		for (String[] variant : VARIANTS) {
			folded = folded.replace(variant[0], variant[1]);
		}
		return folded;
	}

	/** Hiragana as katakana; anything else as it is. */
	static String katakana(String kana) {
		StringBuilder text = new StringBuilder(kana);
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (letter >= 'ぁ' && letter <= 'ゖ') {
				text.setCharAt(i, (char) (letter + ('ァ' - 'ぁ')));
			}
		}
		return text.toString();
	}

}
