package jp.kodama.policy;

import java.time.Duration;
import java.util.Map;

/**
 * A kind of hazard and what is said and done about it, from
 * {@code config/policy/hazards.yaml}.
 *
 * @param id its name there
 * @param words what is said
 * @param traits sounds, CAP words and what it belongs to, by name
 * @param times how long a telegram may be on its way, how long it stays true
 */
public record Hazard(String id, Words words, Map<String, String> traits, Times times) {

	/** Hazards of one family raise, lower and lift each other. */
	public String family() {
		return this.traits.getOrDefault("family", this.id);
	}

	/** Whether each event stands alone, instead of one state at a time. */
	public boolean perEvent() {
		return Boolean.parseBoolean(this.traits.getOrDefault("per-event", "false"));
	}

	/** The sound that opens its radio broadcast. */
	public String sound() {
		return this.traits.getOrDefault("sound", "chime");
	}

	/** The sound that opens the all-clear. */
	public String soundLifted() {
		return this.traits.getOrDefault("sound-lifted", "chime");
	}

	/** What ties its family to others that one event brings, e.g. rain and landslides. */
	public String incident() {
		return this.traits.getOrDefault("incident", family());
	}

	/**
	 * How high it stands among the hazards of its incident: 5 is the worst, as with
	 * 警戒レベル; nothing is 0.
	 */
	public int height() {
		return Integer.parseInt(this.traits.getOrDefault("height", "1"));
	}

	/** Whether the radio tells of it too where it takes the place of something worse. */
	public boolean loweredAloud() {
		return this.traits.getOrDefault("lowered", "").equals("aloud");
	}

	/** CAP 1.2: category, responseType, urgency, severity, certainty. */
	public String[] cap() {
		return this.traits.getOrDefault("cap", "Other Monitor Unknown Unknown Unknown").split(" ");
	}

	/**
	 * What is said.
	 * @param part {@code event, headline, act, tell, lifted}
	 * @param language {@code ja} or {@code en}
	 * @param otherwise said where the file has nothing
	 */
	public String words(String part, String language, String otherwise) {
		return this.words.byPart().getOrDefault(part, Map.of()).getOrDefault(language, otherwise);
	}

	/** Whether there are words to tell people of it. */
	boolean told() {
		return !words("act", "ja", "").isBlank() && !words("tell", "ja", "").isBlank();
	}

	/**
	 * What is said.
	 *
	 * @param byPart by part ({@code act}, {@code tell} …) and language
	 */
	public record Words(Map<String, Map<String, String>> byPart) {
	}

	/**
	 * How long.
	 *
	 * @param maxAge a telegram older than this at receipt is recorded, not aired
	 * @param lasts how long its message stays true
	 */
	public record Times(Duration maxAge, Duration lasts) {
	}

}
