package jp.kodama.speech;

/** A voice. Implementations may be called by several threads at once. */
public interface SpeechSynthesizer {

	/**
	 * Whether this voice speaks a language, whatever is installed on this machine.
	 * @param language RFC 3066: {@code ja}, {@code en-US}, {@code ja-x-easy}
	 */
	boolean speaks(String language);

	/**
	 * Why this voice cannot speak on this machine, with the command that mends it; empty
	 * if it can.
	 */
	String unavailable();

	/**
	 * Says one sentence of at most {@link Sentences#LONGEST} characters.
	 * @param sentence words in one language, without line breaks
	 * @return mono sound at the voice's own sample rate, never silence
	 * @throws CannotSpeak for a language or script the voice does not know, or when its
	 * engine is missing, fails or gives no answer in time
	 */
	Sound speak(String sentence, String language);

}
