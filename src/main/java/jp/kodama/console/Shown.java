package jp.kodama.console;

import org.jspecify.annotations.Nullable;

/**
 * One artifact as a page shows it.
 *
 * @param name its file name
 * @param look how a person gets it
 * @param url where its bytes are
 * @param text its words, where they are shown as words
 * @param mail its parts, where it is a mail
 */
record Shown(String name, Look look, String url, String text, @Nullable MailView mail) {

	/** How a person gets an artifact. */
	enum Look {

		/** A mail reader. */
		MAIL,
		/** A speech bubble on a phone. */
		BUBBLE,
		/** A screen of fixed columns. */
		SCREEN,
		/** A web page in a frame of its own. */
		PAGE,
		/** A player. */
		SOUND,
		/** A picture. */
		IMAGE,
		/** A file for machines. */
		FILE

	}

}
