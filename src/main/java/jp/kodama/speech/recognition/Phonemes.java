package jp.kodama.speech.recognition;

import java.util.HashMap;
import java.util.Map;

/**
 * Katakana as the phonemes that Japanese acoustic models know ({@code ky o: d o}), and
 * back.
 */
final class Phonemes {

	private static final String VOWELS = "aiueo";

	private static final String VOWEL_KANA = "アイウエオ";

	/** Consonant, and its kana before a, i, u, e, o; a blank where there is none. */
	private static final String[] ROWS = { "k カ キ ク ケ コ", "g ガ ギ グ ゲ ゴ", "s サ - ス セ ソ", "sh シャ シ シュ シェ ショ",
			"z ザ - ズ ゼ ゾ", "j ジャ ジ ジュ ジェ ジョ", "t タ ティ トゥ テ ト", "ch チャ チ チュ チェ チョ", "ts ツァ ツィ ツ ツェ ツォ", "d ダ ディ ドゥ デ ド",
			"dy - - デュ - -", "n ナ ニ ヌ ネ ノ", "ny ニャ - ニュ - ニョ", "h ハ ヒ - ヘ ホ", "hy ヒャ - ヒュ - ヒョ", "f ファ フィ フ フェ フォ",
			"b バ ビ ブ ベ ボ", "by ビャ - ビュ - ビョ", "p パ ピ プ ペ ポ", "py ピャ - ピュ - ピョ", "m マ ミ ム メ モ", "my ミャ - ミュ - ミョ",
			"y ヤ - ユ - ヨ", "r ラ リ ル レ ロ", "ry リャ - リュ - リョ", "w ワ ウィ - ウェ ウォ", "ky キャ - キュ - キョ", "gy ギャ - ギュ - ギョ" };

	private static final Map<String, String> KANA = new HashMap<>();

	private static final Map<String, String> SOUNDS = new HashMap<>();

	static {
		for (int i = 0; i < VOWELS.length(); i++) {
			pair("", i, VOWEL_KANA.substring(i, i + 1));
		}
		for (String row : ROWS) {
			String[] cells = row.split(" ");
			for (int i = 0; i < VOWELS.length(); i++) {
				pair(cells[0] + " ", i, cells[i + 1]);
			}
		}
		SOUNDS.putAll(Map.of("ヲ", "o", "ヂ", "j i", "ヅ", "z u", "ン", "N", "ッ", "q", "ヴ", "b u"));
	}

	private Phonemes() {
	}

	private static void pair(String consonant, int vowel, String kana) {
		if (!kana.equals("-")) {
			String sounds = consonant + VOWELS.charAt(vowel);
			KANA.put(sounds, kana);
			SOUNDS.put(kana, sounds);
		}
	}

	/**
	 * The phonemes of a word.
	 * @param katakana as it is said; a long vowel as {@code ー}, or as it is written
	 * @throws IllegalArgumentException if it is not katakana
	 */
	static String of(String katakana) {
		StringBuilder phonemes = new StringBuilder();
		int at = 0;
		while (at < katakana.length()) {
			int length = (at + 1 < katakana.length() && SOUNDS.containsKey(katakana.substring(at, at + 2))) ? 2 : 1;
			String kana = katakana.substring(at, at + length);
			String sounds = SOUNDS.get(kana);
			if (lengthens(phonemes, kana)) {
				phonemes.append(':');
			}
			else if (sounds != null) {
				phonemes.append(phonemes.isEmpty() ? "" : " ").append(sounds);
			}
			else {
				throw new IllegalArgumentException("カタカナではありません / not katakana: " + katakana);
			}
			at += length;
		}
		return phonemes.toString();
	}

	/** ケイ is said ケー, and コウ is said コー. */
	private static boolean lengthens(StringBuilder before, String kana) {
		if (before.isEmpty()) {
			return false;
		}
		char last = before.charAt(before.length() - 1);
		return switch (kana) {
			case "ー" -> VOWELS.indexOf(last) >= 0;
			case "イ" -> last == 'e';
			case "ウ" -> last == 'o' || last == 'u';
			default -> false;
		};
	}

	/** The katakana of phonemes; what is no sound (pauses) is left out. */
	static String kana(String phonemes) {
		StringBuilder kana = new StringBuilder();
		String consonant = "";
		for (String phoneme : phonemes.strip().split("\\s+")) {
			String plain = phoneme.replace(":", "");
			if (plain.equals("N") || plain.equals("q")) {
				kana.append(plain.equals("N") ? "ン" : "ッ");
			}
			else if (plain.length() == 1 && VOWELS.contains(plain)) {
				String one = KANA.get(consonant + plain);
				kana.append((one != null) ? one : VOWEL_KANA.charAt(VOWELS.indexOf(plain)));
				kana.append(phoneme.endsWith(":") ? "ー" : "");
				consonant = "";
			}
			else {
				consonant = plain.matches("[a-z]{1,2}") ? plain + " " : "";
			}
		}
		return kana.toString();
	}

}
