package jp.kodama.speech;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was understood of a stretch of sound.
 *
 * @param complete false while the words may still change; some engines give them neither
 * confidence nor times before that
 * @param words in the order they were spoken; empty if there was sound but no word
 */
public record Heard(boolean complete, List<Word> words) {

	/** Cannot be changed. */
	public Heard {
		words = List.copyOf(words);
	}

	/** The words as they are written, Japanese without spaces between. */
	public String text() {
		StringBuilder text = new StringBuilder();
		for (Word word : this.words) {
			boolean apart = !text.isEmpty() && latin(text.charAt(text.length() - 1)) && latin(word.text().charAt(0));
			text.append(apart ? " " : "").append(word.text());
		}
		return text.toString();
	}

	/** How the words sound: katakana for Japanese, the words themselves otherwise. */
	public String reading() {
		return this.words.stream().map(Word::reading).collect(Collectors.joining(" "));
	}

	private static boolean latin(char letter) {
		return letter < 0x3000;
	}

}
