package jp.kodama.channel.radio.rtp;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * One RTP stream (RFC 3550, 5.1): numbers, times and marks its packets. Sequence,
 * timestamp and SSRC begin at random; the first packet of the sound bears the marker bit.
 */
final class RtpStream {

	private static final int HEADER = 12;

	private static final byte VERSION_2 = (byte) 0x80;

	private static final int MARKER = 0x80;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final int source = RANDOM.nextInt();

	private short sequence = (short) RANDOM.nextInt();

	private int time = RANDOM.nextInt();

	/**
	 * The next packet; time stands still until {@link #advance} moves it.
	 * @param payloadType 0 to 127
	 * @param marker whether a talk spurt begins with it
	 */
	byte[] packet(int payloadType, boolean marker, byte[] payload) {
		return ByteBuffer.allocate(HEADER + payload.length)
			.put(VERSION_2)
			.put((byte) ((marker ? MARKER : 0) | payloadType))
			.putShort(this.sequence++)
			.putInt(this.time)
			.putInt(this.source)
			.put(payload)
			.array();
	}

	/** Lets the stream's time pass, in 1/8000 s. */
	void advance(int steps) {
		this.time += steps;
	}

}
