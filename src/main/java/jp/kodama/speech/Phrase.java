package jp.kodama.speech;

/**
 * What is said in one breath.
 *
 * @param words as the voice was given them: places and numbers as they are read
 * @param sound mono
 * @param ends whether a sentence ends with it
 */
public record Phrase(String words, Sound sound, boolean ends) {
}
