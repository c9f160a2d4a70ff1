package jp.kodama.backchannel.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jp.kodama.backchannel.segment.KnownSignal.Siren;

/** Follows one siren: its tone, steady or swelling, long enough within a while. */
final class SirenEar {

	private static final double BLOWN = 0.3;

	private static final double SEMITONE = Math.pow(2, 1 / 24.0);

	private static final double LONG_ENOUGH = 2;

	private final List<Double> tones = new ArrayList<>();

	/** Which tone sounded, block by block; −1: none. */
	private final int[] window;

	private final int needed;

	private int at;

	private boolean told;

	SirenEar(Siren siren, double blockSeconds) {
		for (double tone = siren.pitch(); tone <= Math.max(siren.pitch(), siren.rise()); tone *= SEMITONE) {
			this.tones.add(tone);
		}
		double blast = siren.blast().toMillis() / 1000.0;
		double turn = blast + siren.pause().toMillis() / 1000.0;
		double needed = Math.min(0.6 * blast * siren.times(), LONG_ENOUGH);
		this.needed = (int) Math.max(1, needed / blockSeconds);
		this.window = new int[(int) Math.ceil(needed / blast * turn / blockSeconds) + 3];
		Arrays.fill(this.window, -1);
	}

	/** Adds a block; true in the moment when it is known to be this siren. */
	boolean add(short[] block, int rate) {
		int loudest = loudest(block, rate);
		this.window[this.at++ % this.window.length] = loudest;
		int many = (int) Arrays.stream(this.window).filter((tone) -> tone >= 0).count();
		boolean found = many >= this.needed && swells() && !this.told;
		this.told = found || (this.told && many > 0);
		return found;
	}

	private int loudest(short[] block, int rate) {
		int loudest = -1;
		double most = BLOWN;
		for (int tone = 0; tone < this.tones.size(); tone++) {
			double part = Tone.part(block, this.tones.get(tone), rate);
			if (part > most) {
				most = part;
				loudest = tone;
			}
		}
		return loudest;
	}

	/** One that swells is heard high and low. */
	private boolean swells() {
		int low = Arrays.stream(this.window).filter((tone) -> tone >= 0).min().orElse(0);
		int high = Arrays.stream(this.window).max().orElse(0);
		return high - low >= (this.tones.size() - 1) / 2;
	}

}
