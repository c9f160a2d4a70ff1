package jp.kodama.channel.signage;

/**
 * One screenful.
 *
 * @param alert whose words these are
 * @param delivery what an acknowledgement of it is evidence for
 * @param expires when the words stop being true, ISO 8601
 * @param words what it says
 * @param look its colours
 * @param seconds how long it takes to read
 */
record Slide(String alert, String delivery, String expires, Words words, Look look, int seconds) {

	/** Half-width characters an old person reads in a second; a full-width one is 2.5. */
	private static final double PER_SECOND = 12;

	private static final int LONGEST = 30;

	/** Long enough to read at leisure. */
	static int seconds(String text, int least) {
		double length = text.codePoints().mapToDouble((one) -> (one < 0x7f) ? 1 : 2.5).sum();
		return Math.min(LONGEST, Math.max(least, (int) Math.ceil(length / PER_SECOND)));
	}

	/**
	 * What a slide says.
	 *
	 * @param lang for the page's {@code lang} attribute
	 * @param level {@code 警戒レベル４}; may be empty
	 * @param headline what happened, with the drill's mark
	 * @param text what to do, or what happens: the largest thing on the screen
	 * @param areas where
	 * @param issued when, and by whom
	 */
	record Words(String lang, String level, String headline, String text, String areas, String issued) {
	}

	/**
	 * Its colours, as CSS writes them.
	 *
	 * @param colour the level's
	 * @param ink black or white, whichever reads on it
	 */
	record Look(String colour, String ink) {
	}

}
