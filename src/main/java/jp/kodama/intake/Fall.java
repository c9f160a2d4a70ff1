package jp.kodama.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jp.kodama.alert.Alert;

/**
 * That an incident stood higher, as the alert that lowered it remembers: {@code 5
 * 2026-07-10T11:00:00Z}.
 *
 * @param height how high it stood
 * @param at when the telegram was issued that lowered it
 */
record Fall(int height, Instant at) {

	/** Parameter of an alert. */
	static final String NAME = "fell";

	static Optional<Fall> of(Alert alert) {
		return alert.main()
			.parameter(NAME)
			.map((text) -> text.split(" "))
			.map((both) -> new Fall(Integer.parseInt(both[0]), Instant.parse(both[1])));
	}

	/** Whether it stood at least this high a moment before. */
	boolean justNow(Instant time, Duration moment, int high) {
		return this.height >= high && Duration.between(this.at, time).abs().compareTo(moment) <= 0;
	}

	@Override
	public String toString() {
		return this.height + " " + this.at;
	}

}
