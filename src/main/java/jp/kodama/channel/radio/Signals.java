package jp.kodama.channel.radio;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import jp.kodama.speech.Sound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.util.ConcurrentLruCache;

/** The signals of {@code sounds.yaml}, by name. */
final class Signals {

	/** What opens a broadcast whose alert asks for nothing else. */
	static final String CHIME = "chime";

	private static final Logger log = LoggerFactory.getLogger(Signals.class);

	private final Map<String, Signal> signals;

	private final ConcurrentLruCache<Levelled, Sound> sounds = new ConcurrentLruCache<>(32,
			(wanted) -> wanted.signal.sound(wanted.rate).levelled(wanted.loudness));

	private Signals(Map<String, Signal> signals) {
		this.signals = Map.copyOf(signals);
	}

	/**
	 * Reads the table.
	 * @throws IllegalStateException naming the file and the row at fault
	 */
	static Signals load(Path file) {
		Signals signals = new Signals(Tables.read(file, "sounds", Bindable.mapOf(String.class, Signal.class)));
		if (!signals.signals.containsKey(CHIME)) {
			throw new IllegalStateException(file + ": sounds." + CHIME + " is missing");
		}
		return signals;
	}

	/**
	 * The signal of a name; the chime for a name that is not there, because a wrong name
	 * is no reason to be silent.
	 */
	Signal named(String name) {
		Signal signal = this.signals.get(name);
		if (signal == null) {
			log.warn("sounds.yaml has no \"{}\"; the chime opens the broadcast instead", name);
			return this.signals.getOrDefault(CHIME, this.signals.values().iterator().next());
		}
		return signal;
	}

	/**
	 * How a signal sounds.
	 * @param rate samples per second
	 * @param loudness see {@link Sound#levelled}
	 */
	Sound sound(Signal signal, int rate, double loudness) {
		return this.sounds.get(new Levelled(signal, rate, loudness));
	}

	/** The signal that a script names by its title. */
	Optional<Signal> titled(String title) {
		return this.signals.values().stream().filter((signal) -> signal.title().equals(title)).findFirst();
	}

	/** What makes two sounds of signals the same. */
	private record Levelled(Signal signal, int rate, double loudness) {
	}

}
