package jp.kodama.backchannel.segment;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.monitor.Ear;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the ear that tells broadcasts apart. */
@Component
public class Segmenters {

	private final BackchannelSettings settings;

	private final Clock clock;

	private final Map<String, KnownSignal> table;

	Segmenters(BackchannelSettings settings, Clock clock, @Value("${kodama.root}") Path root) {
		this.settings = settings;
		this.clock = clock;
		this.table = SignalTable.load(root.resolve(settings.segments().sounds()));
	}

	/** For one monitor. */
	public Ear of(String monitor, BroadcastListener listener) {
		return new Segmenter(monitor, this.settings.segments(), this.table, listener, this.clock);
	}

}
