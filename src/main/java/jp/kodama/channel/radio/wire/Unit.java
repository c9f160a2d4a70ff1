package jp.kodama.channel.radio.wire;

import java.io.IOException;

/** One way on the air: a console's folder, a remote-control unit, a group of speakers. */
interface Unit {

	/**
	 * How officers know it; never with a secret. Units that share a line share a name.
	 */
	String name();

	/**
	 * Brings a broadcast to it, and comes back when that is over.
	 * @throws IOException if it cannot be reached; the message is for officers
	 */
	Aired air(Airing airing) throws IOException, InterruptedException;

	/** Makes ready, so that the first broadcast does not wait. Nothing leaves. */
	default void prepare() throws IOException {
	}

}
