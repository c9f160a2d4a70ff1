package jp.kodama.speech;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Which writing a voice can read. */
final class Scripts {

	private Scripts() {
	}

	/**
	 * Refuses a text with letters of any other script; digits and marks belong to all.
	 * @throws CannotSpeak.Unreadable naming the first such letter
	 */
	static void check(String voice, String text, Set<UnicodeScript> readable) {
		text.codePoints().forEach((letter) -> {
			UnicodeScript script = UnicodeScript.of(letter);
			if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED && !readable.contains(script)) {
				throw new CannotSpeak.Unreadable(
						voice + "の声では読めない文字です / the voice cannot read \"" + Character.toString(letter) + "\": " + text);
			}
		});
	}

}
