package jp.kodama.channel.radio;

import jp.kodama.speech.Sound;

/**
 * Looks for stretches of one sound in a recording of it, by the likeness of their waves.
 */
final class Excerpt {

	private static final int RATE = 8000;

	/** How far a recorder's clock may slip: 50 ms. */
	private static final int SLIP = RATE / 20;

	private final short[] sent;

	private final short[] heard;

	private final int shift;

	/**
	 * With a second of the sound that is unlike its others: where the recording has it,
	 * it began.
	 */
	Excerpt(Sound sound, Sound recording, double unique) {
		this.sent = sound.at(RATE).samples();
		this.heard = recording.at(RATE).samples();
		int from = (int) (unique * RATE);
		double best = 0;
		int found = from;
		// Recorders begin with the call, within seconds of the sound.
		int end = Math.min(this.heard.length, from + 3 * RATE) - RATE / 5;
		for (int at = Math.max(0, from - RATE); at < end; at++) {
			double likeness = likeness(from, at, RATE / 5);
			if (likeness > best) {
				best = likeness;
				found = at;
			}
		}
		this.shift = found - from;
	}

	/**
	 * How like the sound the recording is for 0.4 s: 1 is the same wave, 0 is no
	 * relation.
	 */
	double likenessAt(double second) {
		int from = (int) (second * RATE);
		double best = 0;
		for (int slip = -SLIP; slip <= SLIP; slip++) {
			best = Math.max(best, likeness(from, from + this.shift + slip, RATE * 2 / 5));
		}
		return best;
	}

	private double likeness(int from, int at, int length) {
		double product = 0;
		double power = 1;
		double own = 1;
		for (int i = 0; i < length && at + i < this.heard.length; i++) {
			if (at + i >= 0) {
				product += (double) this.heard[at + i] * this.sent[from + i];
				power += (double) this.heard[at + i] * this.heard[at + i];
				own += (double) this.sent[from + i] * this.sent[from + i];
			}
		}
		return product / Math.sqrt(power * own);
	}

}
