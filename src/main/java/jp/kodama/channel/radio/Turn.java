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

	private final AirQueue.Place place;

	Turn(AirQueue queue, AirQueue.Place place) {
		this.queue = queue;
		this.place = place;
	}

	/**
	 * Whether the next phrase may be aired: the alert still holds, and nothing of a
	 * higher order waits.
	 */
	public boolean mayGoOn() {
		return this.queue.mayGoOn(this.place);
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
		if (this.place.isOver() || above == null) {
			return Outcome.RetryLater.because("放送中に解除・更新されたため中止しました / stopped: the alert is over");
		}
		return Outcome.RetryLater.because("割り込み放送のため中断しました。終わり次第、最初から放送します（" + above.main().text().headline()
				+ "） / interrupted; it starts again when " + above.identifier() + " has been aired");
	}

	/** Leaves the air to whoever is next. */
	@Override
	public void close() {
		this.queue.leave(this.place);
	}

}
