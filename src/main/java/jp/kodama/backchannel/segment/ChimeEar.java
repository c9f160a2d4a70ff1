package jp.kodama.backchannel.segment;

import java.util.List;

import jp.kodama.backchannel.segment.KnownSignal.Chime;

/** Follows one chime note by note. */
final class ChimeEar {

	/** A note is struck if it has this part of all that sounds. */
	private static final double STRUCK = 0.3;

	private static final int LOST = 4;

	private final List<Double> notes;

	private final int longest;

	private final double seconds;

	private int note = -1;

	private int held;

	private int lost;

	ChimeEar(Chime chime, double blockSeconds) {
		this.notes = chime.notes();
		this.seconds = (this.notes.size() - 1) * chime.each().toMillis() / 1000.0 + 3 * blockSeconds;
		this.longest = (int) (1.7 * chime.each().toMillis() / 1000.0 / blockSeconds);
	}

	/** How long it has sounded in the moment when it is recognised. */
	double seconds() {
		return this.seconds;
	}

	/** Adds a block; true in the moment when the whole chime has been heard. */
	boolean add(short[] block, int rate) {
		boolean next = this.note + 1 < this.notes.size() && struck(this.note + 1, block, rate);
		if (next) {
			this.note++;
			this.held = 1;
			this.lost = 0;
		}
		else if (this.note >= 0 && struck(this.note, block, rate)) {
			this.held++;
			this.lost = 0;
		}
		else if (this.note >= 0 && ++this.lost > LOST) {
			forget();
		}
		boolean last = this.note == this.notes.size() - 1;
		if (last && this.held == 2) {
			this.held++;
			return true;
		}
		if (!last && this.held > this.longest) {
			forget();
		}
		return false;
	}

	private void forget() {
		this.note = -1;
		this.held = 0;
		this.lost = 0;
	}

	private boolean struck(int which, short[] block, int rate) {
		double own = Tone.part(block, this.notes.get(which), rate);
		return own > STRUCK && this.notes.stream().allMatch((note) -> Tone.part(block, note, rate) <= own);
	}

}
