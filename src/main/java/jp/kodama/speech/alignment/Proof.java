package jp.kodama.speech.alignment;

import java.util.List;

import jp.kodama.speech.Heard;

/**
 * A phrase, and what an ear made of it.
 *
 * @param language of its words
 * @param heard what was understood
 * @param comparison what was said, word by word, and what became of it
 * @param unjudged places that the recogniser has no word for: nothing can be said of them
 */
public record Proof(String language, Heard heard, Comparison comparison, List<String> unjudged) {

	/** Cannot be changed. */
	public Proof {
		unjudged = List.copyOf(unjudged);
	}

}
