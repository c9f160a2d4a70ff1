package jp.kodama.backchannel.segment;

import java.util.ArrayList;
import java.util.List;

import jp.kodama.backchannel.segment.KnownSignal.Siren;

/** Follows one siren: its tone, steady or swelling, long enough within a while. */
final class SirenEar {

	private static final double BLOWN = 0.3;

	private static final double SEMITONE = Math.pow(2, 1 / 24.0);

	private static final double LONG_ENOUGH = 2;

	private final List<Double> tones = new ArrayList<>();

	private final boolean[] window;

	private final int needed;

	private int at;

	private boolean told;

	private boolean now;

	SirenEar(Siren siren, double blockSeconds) {
		for (double tone = siren.pitch(); tone <= Math.max(siren.pitch(), siren.rise()); tone *= SEMITONE) {
			this.tones.add(tone);
		}
		double blast = siren.blast().toMillis() / 1000.0;
		double turn = blast + siren.pause().toMillis() / 1000.0;
		double needed = Math.min(0.6 * blast * siren.times(), LONG_ENOUGH);
		this.needed = (int) Math.max(1, needed / blockSeconds);
		this.window = new boolean[(int) Math.ceil(needed / blast * turn / blockSeconds) + 3];
	}

	boolean sounding() {
		return this.now;
	}

	/** Adds a block; true in the moment when it is known to be this siren. */
	boolean add(short[] block, int rate) {
		this.now = this.tones.stream().anyMatch((tone) -> Tone.part(block, tone, rate) > BLOWN);
		this.window[this.at++ % this.window.length] = this.now;
		int many = 0;
		for (boolean one : this.window) {
			many += one ? 1 : 0;
		}
		boolean found = many >= this.needed && !this.told;
		this.told = (many >= this.needed) || (this.told && many > 0);
		return found;
	}

}
