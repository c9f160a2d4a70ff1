package jp.kodama.console;

import java.util.Comparator;

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

	/** What people see before what machines read, Japanese before other languages. */
	static final Comparator<Shown> ORDER = Comparator.comparing((Shown one) -> one.look == Look.FILE)
		.thenComparing(Shown::rank)
		.thenComparing(Shown::name);

	/** Its language, as officers call it; empty if its name does not tell. */
	public String label() {
		if (in("ja-x-easy")) {
			return "やさしい日本語";
		}
		return in("ja") ? "日本語" : in("en") ? "英語" : "";
	}

	private int rank() {
		return in("ja-x-easy") ? 2 : in("ja") ? 0 : in("en") ? 3 : 1;
	}

	private boolean in(String language) {
		return this.name.matches("(.*[./_-])?" + language + "[./].*");
	}

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
