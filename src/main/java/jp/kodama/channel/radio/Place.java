package jp.kodama.channel.radio;

import jp.kodama.alert.Alert;

/** A place in the queue for the air. */
final class Place {

	private final Alert alert;

	private final int rank;

	private final long arrival;

	private volatile boolean over;

	Place(Alert alert, int rank, long arrival) {
		this.alert = alert;
		this.rank = rank;
		this.arrival = arrival;
	}

	Alert alert() {
		return this.alert;
	}

	/** The lower the earlier. */
	int rank() {
		return this.rank;
	}

	/** Who came first has the lower. */
	long arrival() {
		return this.arrival;
	}

	/** Whether its alert holds no longer. */
	boolean isOver() {
		return this.over;
	}

	/** Its alert holds no longer. */
	void end() {
		this.over = true;
	}

}
