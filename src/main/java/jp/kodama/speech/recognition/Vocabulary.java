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
 * @param words each once
 */
record Vocabulary(List<Term> words) {

	/** What Julius's files are written in. */
	static final Charset EUC = Charset.forName("EUC-JP");

	Vocabulary {
		words = List.copyOf(words);
	}

	/** The words of terms; one given twice keeps the later reading. */
	static Vocabulary of(List<Term> terms) {
		Map<String, Term> words = new LinkedHashMap<>();
		terms.forEach((term) -> words.put(term.written(), term));
		return new Vocabulary(List.copyOf(words.values()));
	}

	/** The same as a file for Julius's {@code -adddict}. */
	byte[] dictionary() {
		StringBuilder lines = new StringBuilder();
		this.words.forEach((word) -> {
			String written = word.written();
			if (sayable(word.kana()) && EUC.newEncoder().canEncode(written) && !written.contains(" ")) {
				lines.append(
						written + " @" + boost(word.kind()) + " [" + written + "] " + Phonemes.of(word.kana()) + "\n");
			}
		});
		return lines.toString().getBytes(EUC);
	}

	/**
	 * How much likelier than any rare word it is, as a power of ten: on the radio of a
	 * town its places are named all the time, levels are what must not be misheard, and
	 * the next town is named now and then.
	 */
	private static double boost(Term.Kind kind) {
		return switch (kind) {
			case LEVEL -> 2.0;
			case PLACE, WORD -> 1.0;
			case REGION -> 0.3;
		};
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
