package jp.kodama.backchannel.monitor;

/**
 * Whatever follows what a monitor hears. Called by the monitor's own thread, in order.
 */
public interface Ear {

	/**
	 * The next samples, {@link Sounding#RATE} a second; the array is the ear's to keep.
	 */
	void hear(short[] samples);

	/** It can hear no more, or a file ended: what was under way is over. */
	void ended();

}
