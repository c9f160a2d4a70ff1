package jp.kodama.audience.signup;

import java.io.IOException;

/**
 * Posts letters: what a channel that can do so offers. While the channel only rehearses,
 * it writes them where rehearsals go, and nobody gets them.
 */
public interface LetterPost {

	/** The channel's id. */
	String channel();

	/**
	 * Hands a letter over.
	 * @throws Refused if it will never be taken
	 * @throws IOException if it may be later
	 */
	void post(Letter letter) throws IOException;

	/** Never to this address. */
	class Refused extends IOException {

		public Refused(String words) {
			super(words);
		}

	}

}
