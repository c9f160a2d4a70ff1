package jp.kodama.backchannel.segment;

import java.time.Instant;

/** Follows what is on the air at one monitor. Called by the monitor's own thread. */
public interface BroadcastListener {

	/** A broadcast begins. */
	void began(Instant at);

	/** More of it, its chimes and sirens too. */
	void hears(short[] samples);

	/**
	 * A chime or siren sounded in it: nothing was said meanwhile.
	 * @param from seconds since it began
	 * @param to seconds since it began; may lie ahead
	 */
	void sounded(double from, double to);

	/** It is over. */
	void ended(Broadcast broadcast);

}
