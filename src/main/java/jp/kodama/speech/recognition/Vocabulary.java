package jp.kodama.speech.recognition;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	/**
	 * Reads a file of {@code written,reading} lines; {@code #} begins a comment.
	 * @throws IllegalStateException naming the file and the line that is broken
	 */
	static Vocabulary load(Path file) {
		Map<String, String> words = new LinkedHashMap<>();
		List<String> lines = lines(file);
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).replaceFirst("#.*", "").strip();
			if (line.isEmpty()) {
				continue;
			}
			String[] columns = line.split(",", -1);
			if (columns.length != 2 || columns[0].isBlank() || !sayable(katakana(columns[1].strip()))) {
				throw new IllegalStateException(
						file + ":" + (i + 1) + ": 「書き方,読み方（かな）」の形ではありません / not of the form written,kana: " + line);
			}
			words.put(columns[0].strip(), katakana(columns[1].strip()));
		}
		return new Vocabulary(words);
	}

	/** With more words; a word given twice keeps the later reading. */
	Vocabulary with(Map<String, String> more) {
		Map<String, String> all = new LinkedHashMap<>(this.words);
		more.forEach((written, kana) -> all.put(written, katakana(kana)));
		return new Vocabulary(all);
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

	private static String katakana(String kana) {
		StringBuilder text = new StringBuilder(kana);
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (letter >= 'ぁ' && letter <= 'ゖ') {
				text.setCharAt(i, (char) (letter + ('ァ' - 'ぁ')));
			}
		}
		return text.toString();
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
