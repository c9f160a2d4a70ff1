package jp.kodama.audience.residents;

import java.text.Normalizer;
import java.util.Locale;

/** Makes alike what people type differently when they look for a name. */
final class Names {

	private static final int KATAKANA_BEGINS = 0x30A1;

	private static final int KATAKANA_ENDS = 0x30F6;

	private static final int TO_HIRAGANA = 0x60;

	private Names() {
	}

	/** Width, case, kana made alike; blanks left out. */
	static String searched(String name) {
		StringBuilder searched = new StringBuilder();
		Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().forEach((letter) -> {
			if (!Character.isWhitespace(letter)) {
				boolean katakana = letter >= KATAKANA_BEGINS && letter <= KATAKANA_ENDS;
				searched.appendCodePoint(katakana ? letter - TO_HIRAGANA : letter);
			}
		});
		return searched.toString();
	}

	/** For {@code LIKE … ESCAPE '!'}: what is typed means itself. */
	static String like(String typed) {
		return "%" + typed.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
	}

}
