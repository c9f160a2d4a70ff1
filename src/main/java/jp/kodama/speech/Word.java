package jp.kodama.speech;

import java.time.Duration;

/**
 * One word that was understood.
 *
 * @param text as it is written; not empty
 * @param reading how it sounds: katakana for Japanese, the text itself otherwise
 * @param confidence 0 to 1, as the engine says; engines differ in how sure 0.5 is
 * @param from when it begins, since the listening began
 * @param to when it ends
 */
public record Word(String text, String reading, double confidence, Duration from, Duration to) {

	/** What opens the text of a word that is only guessed at; 】 closes it. */
	public static final String GUESS = "【?";

	/** How a guess is written: nobody can overlook that it is one. */
	public static String guess(String text) {
		return GUESS + text + "】";
	}

}
