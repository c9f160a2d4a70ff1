package jp.kodama.speech.alignment;

import jp.kodama.speech.Heard;

/**
 * A phrase, and what an ear made of it.
 *
 * @param language of its words
 * @param heard what was understood
 * @param comparison what was said, word by word, and what became of it
 */
public record Proof(String language, Heard heard, Comparison comparison) {
}
