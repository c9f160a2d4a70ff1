package jp.kodama.channel.radio.contact;

import java.io.IOException;

/** A contact that can be closed (on) and opened (off). */
public interface ControlContact {

	/**
	 * Sets it; setting it twice does no harm. Must come back within seconds.
	 * @throws IOException if it is not known to have moved
	 */
	void set(boolean closed) throws IOException, InterruptedException;

}
