package jp.kodama.channel.radio;

import jp.kodama.alert.Alert;
import jp.kodama.delivery.Outcome;

/**
 * A broadcast's turn on the air, held until it is closed. A wire asks {@link #mayGoOn()}
 * before each phrase ({@code boundaries} of {@code phrases.json}); on no it falls silent
 * and answers {@link #stopped()}, so that the whole message comes once more if it still
 * holds.
 */
public final class Turn implements AutoCloseable {

	private final AirQueue queue;

	private final Place place;

	private final AirLease lease;

	private final String line;

	Turn(AirQueue queue, Place place, AirLease lease, String line) {
		this.queue = queue;
		this.place = place;
		this.lease = lease;
		this.line = line;
	}

	/**
	 * Whether the next phrase may be aired: the alert still holds, and nothing of a
	 * higher order waits.
	 */
	public boolean mayGoOn() {
		return this.queue.mayGoOn(this.place) && !wantedElsewhere();
	}

	/** Whether the alert holds no longer: then it must not even begin. */
	public boolean isOver() {
		return this.place.isOver();
	}

	/**
	 * What to answer when it may not go on. The engine tries it again, and does not if
	 * the alert is over by then.
	 */
	public Outcome stopped() {
		Alert above = this.queue.above(this.place);
		if (!this.place.isOver() && above == null && wantedElsewhere()) {
			return Outcome.RetryLater
				.because("別の号機の割り込み放送のため中断しました。終わり次第、最初から放送します / interrupted by another node's broadcast");
		}
		if (this.place.isOver() || above == null) {
			return Outcome.RetryLater.because("放送中に解除・更新されたため中止しました / stopped: the alert is over");
		}
		return Outcome.RetryLater.because("割り込み放送のため中断しました。終わり次第、最初から放送します（" + above.main().text().headline()
				+ "） / interrupted; it starts again when " + above.identifier() + " has been aired");
	}

	private boolean wantedElsewhere() {
		return this.lease.wanted(this.line) < this.place.rank();
	}

	/** Leaves the air to whoever is next. */
	@Override
	public void close() {
		this.lease.leave(this.line);
		this.queue.leave(this.place);
	}

}
