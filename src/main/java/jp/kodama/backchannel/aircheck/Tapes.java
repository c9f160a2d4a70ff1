package jp.kodama.backchannel.aircheck;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jp.kodama.backchannel.settings.BackchannelSettings;

import org.springframework.stereotype.Component;

/** One tape for each monitor that listens. */
@Component
public class Tapes {

	private final Map<String, Tape> tapes = new TreeMap<>();

	Tapes(BackchannelSettings settings) {
		settings.monitors().forEach((id, monitor) -> {
			if (monitor.enabled()) {
				this.tapes.put(id, new Tape());
			}
		});
	}

	/** A monitor heard more. */
	public void add(String monitor, short[] samples) {
		of(monitor).add(samples);
	}

	Tape of(String monitor) {
		Tape tape = this.tapes.get(monitor);
		if (tape == null) {
			throw new IllegalArgumentException("no such monitor listens: " + monitor);
		}
		return tape;
	}

	/** Where each tape is now. */
	Map<String, Long> positions() {
		return this.tapes.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> one.getValue().position()));
	}

}
