package jp.kodama.backchannel.segment;

import java.time.Instant;

/** Follows what is on the air at one monitor. Called by the monitor's own thread. */
public interface BroadcastListener {

	/** A broadcast begins. */
	void began(Instant at);

	/** More of it: speech, without what is known to be a chime or siren. */
	void hears(short[] samples);

	/** It is over. */
	void ended(Broadcast broadcast);

}
