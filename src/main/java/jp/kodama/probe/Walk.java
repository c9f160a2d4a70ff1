package jp.kodama.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One walk of the self-test.
 *
 * @param letter what its telegram was called
 * @param began when it set out
 * @param alert the alert made of it; empty while there is none
 * @param arrived how long it took to each channel's last own step
 * @param missing the channels it has not come to, and what holds it up there; empty words
 * if nothing is known
 * @param refused why no alert was made of it; empty if one was
 */
public record Walk(String letter, Instant began, String alert, SortedMap<String, Duration> arrived,
		SortedMap<String, String> missing, String refused) {

	static Walk begun(String letter, Instant began, SortedSet<String> channels) {
		SortedMap<String, String> missing = new TreeMap<>();
		channels.forEach((channel) -> missing.put(channel, ""));
		return new Walk(letter, began, "", new TreeMap<>(), missing, "");
	}

	/** The front door made an alert of it. */
	Walk as(String identifier) {
		return new Walk(this.letter, this.began, identifier, this.arrived, this.missing, "");
	}

	/** The front door made nothing of it. */
	Walk refused(String why) {
		return new Walk(this.letter, this.began, "", this.arrived, this.missing, why);
	}

	Walk arrived(String channel, Instant at) {
		SortedMap<String, Duration> there = new TreeMap<>(this.arrived);
		there.put(channel, Duration.between(this.began, at));
		SortedMap<String, String> rest = new TreeMap<>(this.missing);
		rest.remove(channel);
		return new Walk(this.letter, this.began, this.alert, there, rest, this.refused);
	}

	Walk heldUp(String channel, String cause) {
		SortedMap<String, String> rest = new TreeMap<>(this.missing);
		rest.replace(channel, cause);
		return new Walk(this.letter, this.began, this.alert, this.arrived, rest, this.refused);
	}

	/** Whether it came to every channel. */
	public boolean complete() {
		return this.missing.isEmpty();
	}

	/** What went wrong, Japanese first; empty if nothing did. */
	public String fault() {
		if (!this.refused.isEmpty()) {
			return "点検電文から発報できません / the test telegram led to no alert: " + this.refused;
		}
		if (complete()) {
			return "";
		}
		StringBuilder fault = new StringBuilder("届かない経路があります / did not arrive:");
		for (Map.Entry<String, String> one : this.missing.entrySet()) {
			fault.append(' ').append(one.getKey());
			fault.append(one.getValue().isEmpty() ? "" : " (" + one.getValue() + ")");
		}
		return fault.toString();
	}

	SortedSet<String> channels() {
		SortedSet<String> channels = new TreeSet<>(this.arrived.keySet());
		channels.addAll(this.missing.keySet());
		return channels;
	}

}
