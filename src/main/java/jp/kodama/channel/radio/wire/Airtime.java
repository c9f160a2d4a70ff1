package jp.kodama.channel.radio.wire;

import java.io.IOException;

import jp.kodama.channel.radio.Air;
import jp.kodama.channel.radio.Turn;
import jp.kodama.delivery.Parcel;

/**
 * Airs a broadcast on a unit when it is its turn there: one at a time, since two voices
 * at once are none. What is graver does not wait: the other stops at its next pause, and
 * starts anew afterwards.
 */
final class Airtime {

	private final Air air;

	Airtime(Air air) {
		this.air = air;
	}

	/** What became of it; not now, if it was over before its turn came. */
	Aired air(Unit unit, Parcel.Live parcel) throws IOException, InterruptedException {
		try (Turn turn = this.air.enter(unit.name(), parcel)) {
			return turn.isOver() ? Aired.NotNow.because("放送の前に解除・更新されました / over before its turn came")
					: unit.air(new Airing(parcel, turn));
		}
	}

}
