package jp.kodama.backchannel.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last seconds before a broadcast: the chime that opened it is in them, though it is
 * known only when it is over.
 */
final class Onset {

	/** Blocks kept: four seconds. */
	private static final int KEPT = 40;

	/** So many of the last ten blocks must be voice to open a broadcast. */
	private static final int VOICE = 6;

	private final Deque<short[]> before = new ArrayDeque<>();

	private final Deque<Boolean> lately = new ArrayDeque<>();

	/** Adds a tenth of a second; whether somebody speaks. */
	boolean add(short[] block, boolean sounds) {
		this.before.add(block);
		while (this.before.size() > KEPT) {
			this.before.remove();
		}
		this.lately.add(sounds);
		while (this.lately.size() > 10) {
			this.lately.remove();
		}
		return this.lately.stream().filter((one) -> one).count() >= VOICE;
	}

	/** Takes out what was kept. */
	List<short[]> take() {
		List<short[]> kept = new ArrayList<>(this.before);
		this.before.clear();
		this.lately.clear();
		return kept;
	}

}
