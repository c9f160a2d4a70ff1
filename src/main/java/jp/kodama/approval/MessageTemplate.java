package jp.kodama.approval;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A prepared message, {@code config/templates/*.yaml}.
 *
 * @param title how officers find it, {@code ja} and {@code en}
 * @param use what it is for
 * @param kind the kind of event
 * @param lasts how long its words are true, unless the officer says otherwise
 * @param blanks what the officer is asked for; {@code {districts}} and {@code {event}}
 * need no asking
 * @param texts the words, by language
 */
public record MessageTemplate(Map<String, String> title, Use use, Kind kind, Duration lasts, Map<String, Blank> blanks,
		Map<String, Message> texts) {

	public MessageTemplate(Map<String, String> title, @Nullable Use use, Kind kind, Duration lasts,
			@Nullable Map<String, Blank> blanks, Map<String, Message> texts) {
		this.title = title;
		this.use = Objects.requireNonNullElse(use, Use.Alert);
		this.kind = Objects.requireNonNull(kind, "kind");
		this.lasts = Objects.requireNonNull(lasts, "lasts");
		this.blanks = Objects.requireNonNullElse(blanks, Map.of());
		this.texts = Objects.requireNonNull(texts, "texts");
	}

	/** Its words with the blanks of each language filled in. */
	public Map<String, Message> fill(Map<String, Map<String, String>> valuesByLanguage) {
		Map<String, Message> filled = new LinkedHashMap<>();
		this.texts.forEach((language, message) -> filled.put(language,
				message.fill(valuesByLanguage.getOrDefault(language, Map.of()))));
		return filled;
	}

	/** What a template is for. */
	public enum Use {

		/** A new alert. */
		Alert,
		/** A new alert that starts as a drill. */
		Exercise,
		/** To withdraw an alert. */
		Cancel

	}

	/**
	 * Something to fill in.
	 *
	 * @param label what is asked, {@code ja} and {@code en}
	 * @param choices answers to choose from, each in all languages; empty: free text
	 */
	public record Blank(Map<String, String> label, List<Map<String, String>> choices) {

		public Blank(Map<String, String> label, @Nullable List<Map<String, String>> choices) {
			this.label = label;
			this.choices = Objects.requireNonNullElse(choices, List.of());
		}

	}

}
