package jp.kodama.speech;

/** Sentences said by the voices of this machine, for the recognisers' tests. */
public final class Spoken {

	private static final FreeTts ENGLISH = new FreeTts(130);

	private Spoken() {
	}

	/** Said by FreeTTS, 16 kHz. */
	public static Sound english(String sentence) {
		return ENGLISH.speak(sentence, "en");
	}

	/** Said by Open JTalk, 48 kHz; the test is skipped where there is none. */
	public static Sound japanese(String sentence) {
		return JapaneseVoice.here().speak(sentence, "ja");
	}

}
