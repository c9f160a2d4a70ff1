package jp.kodama.backchannel.segment;

import java.util.Map;
import java.util.TreeMap;

/** Hears the signals of the table in a sound that comes block by block. */
final class SignalEar {

	private final int rate;

	private final Map<String, ChimeEar> chimes = new TreeMap<>();

	private final Map<String, SirenEar> sirens = new TreeMap<>();

	SignalEar(Map<String, KnownSignal> table, int rate, double blockSeconds) {
		this.rate = rate;
		table.forEach((name, signal) -> {
			if (signal.chime() != null) {
				this.chimes.put(name, new ChimeEar(signal.chime(), blockSeconds));
			}
			else if (signal.siren() != null) {
				this.sirens.put(name, new SirenEar(signal.siren(), blockSeconds));
			}
		});
	}

	/** How long a chime has sounded when it is recognised; 0 for a siren. */
	double seconds(String signal) {
		ChimeEar chime = this.chimes.get(signal);
		return (chime != null) ? chime.seconds() : 0;
	}

	/** Adds a block; the name of the signal that has just been recognised, or empty. */
	String add(short[] block) {
		String found = "";
		for (Map.Entry<String, ChimeEar> one : this.chimes.entrySet()) {
			found = one.getValue().add(block, this.rate) ? one.getKey() : found;
		}
		for (Map.Entry<String, SirenEar> one : this.sirens.entrySet()) {
			found = (one.getValue().add(block, this.rate) && found.isEmpty()) ? one.getKey() : found;
		}
		return found;
	}

}
