package jp.kodama.speech;

import java.util.function.Consumer;

/** Turns speech into text. Implementations may be called by several threads at once. */
public interface SpeechRecognizer {

	/**
	 * Whether it understands a language, whatever is installed on this machine.
	 * @param language RFC 3066: {@code ja}, {@code en-US}, {@code ja-x-easy}
	 */
	boolean understands(String language);

	/**
	 * Why it cannot understand a language on this machine, with the command that mends
	 * it; empty if it can.
	 */
	String unavailable(String language);

	/**
	 * Starts to listen: one listening per broadcast or segment.
	 * @param language one that {@link #understands} is true for
	 * @param told is told what was heard, partial results (if the engine gives them) and
	 * complete ones, in the order of the sound, by any thread but never by two at once
	 * @throws CannotHear if the engine is missing or does not start
	 */
	Listening listen(String language, Consumer<Heard> told);

	/**
	 * Whether it could hear a word at all: what is not in its vocabulary comes out as
	 * something else, however well it is spoken.
	 * @throws CannotHear if the engine is missing
	 */
	default boolean knows(String language, String word) {
		return true;
	}

}
