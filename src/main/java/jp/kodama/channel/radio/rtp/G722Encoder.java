package jp.kodama.channel.radio.rtp;

import jp.kodama.speech.Sound;

/**
 * ITU-T G.722 at 64 kbit/s: a mirror filter splits 16,000 samples a second into two
 * bands; six bits of each byte are the lower band, two the upper. Checked against another
 * decoder, since no maintained Java library has it.
 */
final class G722Encoder {

	/** Samples per second. */
	static final int RATE = 16000;

	/**
	 * The transmit filter's taps (recommendation, table 11), every other one reversed.
	 */
	private static final int[] TAPS = { 3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11 };

	private final G722LowerBand lower = new G722LowerBand();

	private final G722UpperBand upper = new G722UpperBand();

	private final int[] history = new int[2 * TAPS.length];

	/**
	 * The next piece of a sound, of an even number of samples at {@link #RATE}, as bytes,
	 * one for every 1/8000 s.
	 */
	byte[] encode(Sound sound) {
		short[] samples = sound.samples();
		byte[] bytes = new byte[samples.length / 2];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = pair(samples[2 * i], samples[2 * i + 1]);
		}
		return bytes;
	}

	private byte pair(int first, int second) {
		System.arraycopy(this.history, 2, this.history, 0, this.history.length - 2);
		this.history[this.history.length - 2] = first;
		this.history[this.history.length - 1] = second;
		int even = 0;
		int odd = 0;
		for (int i = 0; i < TAPS.length; i++) {
			even += this.history[2 * i] * TAPS[i];
			odd += this.history[2 * i + 1] * TAPS[TAPS.length - 1 - i];
		}
		int low = (even + odd) >> 14;
		int high = (even - odd) >> 14;
		return (byte) (this.upper.code(high) << 6 | this.lower.code(low));
	}

}
