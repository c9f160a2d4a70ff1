package jp.kodama.channel.radio;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a broadcast says in one language, line by line as it is heard. A line in 〔〕 is not
 * spoken: it is a signal's title, a pause (〔2秒〕) or a remark (〔※…〕).
 *
 * @param language the language of its words
 * @param lines neither empty nor blank
 */
record Script(String language, List<String> lines) {

	private static final Pattern CUE = Pattern.compile("〔(.*)〕");

	private static final Pattern PAUSE = Pattern.compile("(\\d+)秒");

	Script {
		lines = lines.stream()
			.map((line) -> line.strip().replaceAll("。{2,}", "。").replaceAll("\\.{2,}", "."))
			.filter((line) -> !line.isEmpty())
			.toList();
	}

	/** Reads a filled-in template. */
	static Script parse(String language, String text) {
		return new Script(language, text.lines().toList());
	}

	/** The script as a file. */
	String text() {
		return this.lines.stream().collect(Collectors.joining("\n", "", "\n"));
	}

	/** The same without its words: signals and pauses stay, and a remark says why. */
	Script leftOut(String reason) {
		return new Script(this.language,
				Stream
					.concat(Stream.of(remark(reason)),
							this.lines.stream().filter((line) -> CUE.matcher(line).matches()))
					.toList());
	}

	/**
	 * The same without some of its words; a remark says why.
	 * @param fault what is wrong with a line; empty if nothing is
	 */
	Script leavingOut(UnaryOperator<String> fault) {
		return new Script(this.language, this.lines.stream().map((line) -> {
			String wrong = CUE.matcher(line).matches() ? "" : fault.apply(line);
			return wrong.isEmpty() ? line : remark(wrong);
		}).toList());
	}

	private static String remark(String reason) {
		return "〔※ " + reason.replace('\n', ' ') + "〕";
	}

	/** Hands every line to whoever performs it, in order. */
	void perform(Performer performer) {
		for (String line : this.lines) {
			Matcher cue = CUE.matcher(line);
			if (!cue.matches()) {
				performer.say(line, this.language);
			}
			else if (!cue.group(1).startsWith("※")) {
				Matcher pause = PAUSE.matcher(cue.group(1));
				if (pause.matches()) {
					performer.pause(Integer.parseInt(pause.group(1)));
				}
				else {
					performer.play(cue.group(1));
				}
			}
		}
	}

	/** Makes a script heard. */
	interface Performer {

		/** Speaks a line. */
		void say(String line, String language);

		/** Sounds a signal, named by its title in {@code sounds.yaml}. */
		void play(String signalTitle);

		/** Is silent. */
		void pause(int seconds);

	}

}
