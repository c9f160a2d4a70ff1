package jp.kodama.backchannel.monitor;

import java.io.IOException;

import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import org.jspecify.annotations.Nullable;

/** A kind of place where broadcasts can be heard. A bean of this type adds a kind. */
public interface MonitorSource {

	/** As {@code kind} in {@code config/monitors.yaml}. */
	String kind();

	/** What is wrong with an entry of this kind, Japanese first; empty: nothing. */
	String fault(Monitor monitor);

	/**
	 * Whether sound comes all the time while it works, be it silence. If not, no sound is
	 * no trouble.
	 */
	boolean continuous();

	/**
	 * Begins to listen.
	 * @return null if there is nothing to hear just now
	 * @throws IOException that says for people, Japanese first, why nothing can be heard
	 */
	@Nullable Sounding open(Monitor monitor) throws IOException;

}
