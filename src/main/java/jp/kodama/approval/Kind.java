package jp.kodama.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Info;
import org.jspecify.annotations.Nullable;

/**
 * What kind of event an alert speaks of, in all its languages.
 *
 * @param classification CAP's words, the event in Japanese
 * @param events the event's name in other languages
 * @param level 警戒レベル 1–5; null for an event without one
 * @param sound what opens the radio broadcast; empty: the chime
 */
public record Kind(Classification classification, Map<String, String> events, @Nullable Integer level, String sound) {

	public Kind(Classification classification, @Nullable Map<String, String> events, @Nullable Integer level,
			@Nullable String sound) {
		this.classification = Objects.requireNonNull(classification, "classification");
		this.events = Map.copyOf(Objects.requireNonNullElse(events, Map.of()));
		this.level = level;
		this.sound = Objects.requireNonNullElse(sound, "");
	}

	/** The kind of an alert there is, for an alert that follows it. */
	public static Kind of(Alert alert) {
		Map<String, String> events = new HashMap<>();
		alert.infos().forEach((info) -> events.put(Language.shortName(info), info.classification().event()));
		Info main = alert.main();
		return new Kind(main.classification(), events, main.level().isPresent() ? main.level().getAsInt() : null,
				main.parameter(Info.SOUND).orElse(""));
	}

	/** The event's name in a language; Japanese where it has none. */
	public String event(String language) {
		return this.events.getOrDefault(language, this.classification.event());
	}

	Classification in(String language) {
		Classification own = this.classification;
		return new Classification(own.category(), event(language), own.responseType(), own.urgency(), own.severity(),
				own.certainty());
	}

	Map<String, String> parameters() {
		Map<String, String> parameters = new HashMap<>();
		if (this.level != null) {
			parameters.put(Info.LEVEL, this.level.toString());
		}
		if (!this.sound.isEmpty()) {
			parameters.put(Info.SOUND, this.sound);
		}
		return parameters;
	}

	/**
	 * The same with another's event names, where this one leaves {@code {event}} open.
	 */
	Kind about(Kind other) {
		Map<String, String> names = new HashMap<>(other.events);
		this.events.forEach(
				(language, name) -> names.put(language, Message.fill(name, Map.of("event", other.event(language)))));
		Classification own = this.classification;
		String event = Message.fill(own.event(), Map.of("event", other.classification.event()));
		return new Kind(new Classification(own.category(), event, own.responseType(), own.urgency(), own.severity(),
				own.certainty()), names, this.level, this.sound);
	}

}
