package jp.kodama.speech;

/**
 * A word whose sound is known beforehand.
 *
 * @param written in NFKC
 * @param kana katakana, as it is said
 * @param kind what it is
 */
public record Term(String written, String kana, Kind kind) {

	/** What a term is. */
	public enum Kind {

		/** A word like any other. */
		WORD,

		/** A place of the municipality. */
		PLACE,

		/** A municipality of its prefecture, or what is called after one. */
		REGION,

		/** A warning level, or the name of an order or warning. */
		LEVEL

	}

}
