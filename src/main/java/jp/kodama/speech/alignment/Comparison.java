package jp.kodama.speech.alignment;

import java.util.List;

import jp.kodama.speech.Heard;

/**
 * How much of what was said was heard.
 *
 * @param fates what became of each word, in order
 * @param errors sounds (kana or words) that were changed, lost or added
 * @param length sounds that were said
 */
public record Comparison(List<Fate> fates, int errors, int length) {

	/** Cannot be changed. */
	public Comparison {
		fates = List.copyOf(fates);
	}

	/**
	 * A whole recording with all that was said in it: what was heard beside it is an
	 * error.
	 */
	public static Comparison whole(List<Said> said, Heard heard, String language) {
		return Alignment.of(said, Sounds.of(heard.reading(), language), language, false);
	}

	/**
	 * A recording with more in it, such as a siren or another broadcast: what was heard
	 * before the first word and after the last counts for nothing.
	 */
	public static Comparison within(List<Said> said, Heard heard, String language) {
		return Alignment.of(said, Sounds.of(heard.reading(), language), language, true);
	}

	/** Errors for each sound said; more than 1 if more was added than said. */
	public double errorRate() {
		return (this.length > 0) ? (double) this.errors / this.length : (this.errors > 0) ? 1 : 0;
	}

	/** 1 if all was heard as it was said, 0 if nothing was. */
	public double score() {
		return (this.length > 0) ? Math.max(0, 1 - errorRate()) : 0;
	}

	/** Places, levels and numbers that did not survive. */
	public List<Fate> harmful() {
		return this.fates.stream().filter(Fate::harmful).toList();
	}

	/** How many places, levels and numbers were said. */
	public long critical() {
		return this.fates.stream().filter((fate) -> fate.said().weight().critical()).count();
	}

}
