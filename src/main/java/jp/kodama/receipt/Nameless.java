package jp.kodama.receipt;

import java.util.regex.Pattern;

/** Takes addresses out of what a provider said, so that it may stand where nothing is erased. */
final class Nameless {

	private static final Pattern ADDRESS = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w.-]+|\\+\\d{7,15}");

	private Nameless() {
	}

	static String of(String words) {
		return ADDRESS.matcher(words).replaceAll("…");
	}

}
