package jp.kodama.console;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One artifact as a page shows it.
 *
 * @param name its file name
 * @param language its language; empty if it has none
 * @param look how a person gets it
 * @param url where its bytes are
 * @param text its words, where they are shown as words
 * @param mail its parts, where it is a mail
 */
record Shown(String name, String language, Look look, String url, String text, @Nullable MailView mail) {

	private static final List<String> OTHERS_FIRST = List.of("en", "ja-x-easy", "", "ja");

	/** What people see before what machines read, Japanese before other languages. */
	static final Comparator<Shown> ORDER = Comparator.comparing(Shown::forMachines)
		.thenComparing((one) -> !one.name.equals("index.html"))
		.thenComparing((one) -> -OTHERS_FIRST.indexOf(one.language))
		.thenComparing(Shown::name);

	/** Its language, as officers call it. */
	public String label() {
		return this.language.isEmpty() ? "" : Words.language(this.language);
	}

	/** The language in a file's name: {@code ja.txt}, {@code en/page.html}. */
	static String languageIn(String name) {
		return Answers.LANGUAGES.stream()
			.filter((one) -> name.matches("(.*[./_-])?" + one + "[./].*"))
			.max(Comparator.comparingInt(String::length))
			.orElse("");
	}

	private boolean forMachines() {
		return this.look == Look.FILE || this.name.equals("index.txt");
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
