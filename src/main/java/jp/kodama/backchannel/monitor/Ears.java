package jp.kodama.backchannel.monitor;

/** Gives each monitor its ear. */
public interface Ears {

	/** The ear of a monitor; asked once for each. */
	Ear of(String monitor);

}
