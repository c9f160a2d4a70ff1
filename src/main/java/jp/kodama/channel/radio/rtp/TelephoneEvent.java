package jp.kodama.channel.radio.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One key pressed for 100 ms (RFC 4733, 2.3): an update every 20 ms with the time it has
 * lasted so far, and the end said three times.
 *
 * @param code 0 to 15
 */
record TelephoneEvent(int code) {

	private static final String KEYS = "0123456789*#ABCD";

	private static final int UPDATES = 5;

	private static final int ENDS = 3;

	private static final int END = 0x80;

	/** Power in −dBm0. */
	private static final int VOLUME = 10;

	/**
	 * The event of a key.
	 * @throws IllegalArgumentException without the key in its message: it may be part of
	 * a password
	 */
	static TelephoneEvent of(char key) {
		int code = KEYS.indexOf(Character.toUpperCase(key));
		if (code < 0) {
			throw new IllegalArgumentException("プッシュ信号にない文字 / not a key of a telephone (" + KEYS + " and ,)");
		}
		return new TelephoneEvent(code);
	}

	/** The payloads, 20 ms apart. */
	List<byte[]> updates() {
		List<byte[]> updates = new ArrayList<>();
		for (int i = 1; i <= UPDATES + ENDS; i++) {
			boolean end = i > UPDATES;
			int lasted = Math.min(i, UPDATES) * Codec.STEP;
			updates.add(ByteBuffer.allocate(4)
				.put((byte) this.code)
				.put((byte) ((end ? END : 0) | VOLUME))
				.putShort((short) lasted)
				.array());
		}
		return updates;
	}

}
