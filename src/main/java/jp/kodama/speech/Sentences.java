package jp.kodama.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts a text where a speaker takes breath. */
final class Sentences {

	/**
	 * The longest piece that is handed to a voice. Open JTalk reads 1,023 bytes and drops
	 * the rest without a word: 300 characters of three bytes stay below.
	 */
	static final int LONGEST = 300;

	private static final Pattern ENDS = Pattern.compile("(?<=[。！？!?])|(?<=\\.)\\s+|\\R");

	private static final Pattern COMMAS = Pattern.compile("(?<=[、，,])(?!\\d)");

	private Sentences() {
	}

	/** The sentences of a text; one that is too long is cut at its commas. */
	static List<String> of(String text) {
		return ENDS.splitAsStream(text)
			.flatMap(Sentences::bounded)
			.map(String::strip)
			.filter(Sentences::spoken)
			.toList();
	}

	/**
	 * A sentence in phrases that are understood through their own echo: one that is
	 * longer than so many characters is cut at its commas, where two short clauses stay
	 * together.
	 */
	static List<String> phrases(String sentence, int most) {
		List<String> phrases = new ArrayList<>();
		StringBuilder phrase = new StringBuilder();
		for (String clause : COMMAS.split(sentence)) {
			if (!phrase.isEmpty() && phrase.length() + clause.length() > most) {
				phrases.add(phrase.toString().strip());
				phrase.setLength(0);
			}
			phrase.append(clause);
		}
		phrases.add(phrase.toString().strip());
		return phrases.stream().filter(Sentences::spoken).toList();
	}

	private static boolean spoken(String piece) {
		return piece.codePoints().anyMatch(Character::isLetterOrDigit);
	}

	private static Stream<String> bounded(String sentence) {
		if (sentence.length() <= LONGEST) {
			return Stream.of(sentence);
		}
		return COMMAS.splitAsStream(sentence).flatMap(Sentences::chopped);
	}

	/** A text without any comma is cut anywhere, rather than lost. */
	private static Stream<String> chopped(String clause) {
		Stream.Builder<String> pieces = Stream.builder();
		int from = 0;
		while (clause.length() - from > LONGEST) {
			int to = from + LONGEST - (Character.isHighSurrogate(clause.charAt(from + LONGEST - 1)) ? 1 : 0);
			pieces.add(clause.substring(from, to));
			from = to;
		}
		return pieces.add(clause.substring(from)).build();
	}

}
