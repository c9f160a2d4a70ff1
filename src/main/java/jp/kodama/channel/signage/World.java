package jp.kodama.channel.signage;

/** Which screens: those the public sees, or those that rehearse. */
enum World {

	/** The public's. */
	LIVE,
	/** For officers' eyes. */
	REHEARSAL;

	/** Reads a request's parameter; anything but {@code rehearsal} is the public's. */
	static World parse(String word) {
		return word.equals("rehearsal") ? REHEARSAL : LIVE;
	}

}
