package jp.kodama.speech.alignment;

import jp.kodama.speech.Heard;

/**
 * A word that was said.
 *
 * @param written as it stands in the text
 * @param reading how it ought to sound: katakana for Japanese; English words, one blank
 * between them
 * @param weight what is lost if it is lost
 */
public record Said(String written, String reading, Weight weight) {

	/** What a word stands for. */
	public enum Weight {

		/** A word like any other. */
		ORDINARY,

		/** Where. */
		PLACE,

		/** How bad: a warning level, or the name of an order or warning. */
		LEVEL,

		/** A figure. */
		NUMBER;

		/** Whether a listener must not get it wrong. */
		public boolean critical() {
			return this != ORDINARY;
		}

	}

	/** The sounds to compare with {@link Heard#reading()}. */
	Sounds sounds(String language) {
		return Sounds.of(this.reading, language);
	}

}
