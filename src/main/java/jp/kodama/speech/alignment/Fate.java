package jp.kodama.speech.alignment;

/**
 * What became of a word on its way to the ear.
 *
 * @param said the word
 * @param kind what became of it
 * @param heard the sounds heard in its place; empty if none
 */
public record Fate(Said said, Kind kind, String heard) {

	/** What can become of a word. */
	public enum Kind {

		/** Heard as it was said. */
		SURVIVED,

		/** Something else was heard in its place. */
		CHANGED,

		/** Nothing was heard of it. */
		MISSING

	}

	/** Whether a listener knows something vital wrongly, or not at all. */
	public boolean harmful() {
		return this.kind != Kind.SURVIVED && this.said.weight().critical();
	}

}
