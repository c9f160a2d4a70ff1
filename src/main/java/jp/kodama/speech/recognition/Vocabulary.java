package jp.kodama.speech.recognition;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.speech.Term;

/**
 * Words that a recogniser must know beside those of its model: the names of places and
 * the terms of warnings, each with its reading in katakana.
 *
 * @param words written → katakana
 */
record Vocabulary(Map<String, String> words) {

	/** What Julius's files are written in. */
	static final Charset EUC = Charset.forName("EUC-JP");

	/**
	 * How much likelier than any rare word these are, as a power of ten: on the radio of
	 * a town its places are named all the time.
	 */
	private static final double BOOST = 1.0;

	Vocabulary {
		words = new LinkedHashMap<>(words);
	}

	/** The words of terms; one given twice keeps the later reading. */
	static Vocabulary of(List<Term> terms) {
		Map<String, String> words = new LinkedHashMap<>();
		terms.forEach((term) -> words.put(term.written(), term.kana()));
		return new Vocabulary(words);
	}

	/** The same as a file for Julius's {@code -adddict}. */
	byte[] dictionary() {
		StringBuilder lines = new StringBuilder();
		this.words.forEach((written, kana) -> {
			if (sayable(kana) && EUC.newEncoder().canEncode(written) && !written.contains(" ")) {
				lines.append(written + " @" + BOOST + " [" + written + "] " + Phonemes.of(kana) + "\n");
			}
		});
		return lines.toString().getBytes(EUC);
	}

	private static boolean sayable(String kana) {
		try {
			return !Phonemes.of(kana).isEmpty();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
