package jp.kodama.speech.alignment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What counts as the same sound: kana one by one for Japanese, with long vowels written
 * out (ケイ, ケー and ケエ are one); lower-case words otherwise, figures as words.
 *
 * @param units one after the other
 */
record Sounds(List<String> units) {

	private static final String[] ROWS = { "アカサタナハマヤラワガザダバパァャヮ", "イキシチニヒミリギジヂビピィ", "ウクスツヌフムユルグズヅブプゥュヴ",
			"エケセテネヘメレゲゼデベペェ", "オコソトノホモヨロヲゴゾドボポォョ" };

	private static final String VOWELS = "アイウエオ";

	private static final Map<Character, Character> ALIKE = Map.of('ヲ', 'オ', 'ヂ', 'ジ', 'ヅ', 'ズ', 'ヴ', 'ブ', 'ヮ', 'ワ');

	private static final List<String> FIGURES = List.of("zero", "one", "two", "three", "four", "five", "six", "seven",
			"eight", "nine", "ten");

	Sounds {
		units = List.copyOf(units);
	}

	static Sounds of(String reading, String language) {
		return new Sounds(language.equals("ja") || language.startsWith("ja-") ? kana(reading) : words(reading));
	}

	private static List<String> kana(String reading) {
		List<String> units = new ArrayList<>();
		char before = ' ';
		for (char letter : Normalizer.normalize(reading, Normalizer.Form.NFKC).toCharArray()) {
			char kana = (letter >= 'ぁ' && letter <= 'ゖ') ? (char) (letter + ('ァ' - 'ぁ')) : letter;
			if ((kana < 'ァ' || kana > 'ヴ') && kana != 'ー') {
				continue;
			}
			kana = longVowel(ALIKE.getOrDefault(kana, kana), vowel(before));
			if (kana != 'ー') {
				units.add(String.valueOf(kana));
				before = kana;
			}
		}
		return units;
	}

	private static char longVowel(char kana, char vowel) {
		if (kana == 'ー' && vowel != ' ') {
			return vowel;
		}
		if (kana == 'イ' && vowel == 'エ' || kana == 'ウ' && vowel == 'オ') {
			return vowel;
		}
		return kana;
	}

	private static char vowel(char kana) {
		for (int i = 0; i < ROWS.length; i++) {
			if (ROWS[i].indexOf(kana) >= 0) {
				return VOWELS.charAt(i);
			}
		}
		return ' ';
	}

	private static List<String> words(String reading) {
		List<String> units = new ArrayList<>();
		String plain = Normalizer.normalize(reading, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
		for (String word : plain.toLowerCase(Locale.ROOT).split("[^a-z0-9']+")) {
			if (!word.isEmpty()) {
				units.add(word.matches("\\d|10") ? FIGURES.get(Integer.parseInt(word)) : word);
			}
		}
		return units;
	}

}
