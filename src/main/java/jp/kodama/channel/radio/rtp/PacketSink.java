package jp.kodama.channel.radio.rtp;

import java.io.IOException;

/** Where packets go. */
public interface PacketSink {

	/**
	 * Lets one packet leave.
	 * @throws IOException if nobody can be there to hear it
	 */
	void send(byte[] packet) throws IOException;

}
