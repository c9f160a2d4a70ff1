package jp.kodama.backchannel.aircheck;

import jp.kodama.backchannel.monitor.Sounding;
import jp.kodama.speech.Sound;

/**
 * The last minutes of what one monitor heard. Positions count samples since the start.
 */
final class Tape {

	private static final int LENGTH = 12 * 60 * Sounding.RATE;

	private final short[] ring = new short[LENGTH];

	private long position;

	synchronized void add(short[] samples) {
		for (short sample : samples) {
			this.ring[(int) (this.position++ % LENGTH)] = sample;
		}
	}

	/** Where the tape is now. */
	synchronized long position() {
		return this.position;
	}

	/** What was heard between, as far as it is still there. */
	synchronized Sound between(long from, long to) {
		long first = Math.max(Math.max(0, from), this.position - LENGTH);
		short[] heard = new short[(int) Math.max(0, Math.min(to, this.position) - first)];
		for (int i = 0; i < heard.length; i++) {
			heard[i] = this.ring[(int) ((first + i) % LENGTH)];
		}
		return new Sound(Sounding.RATE, heard);
	}

}
