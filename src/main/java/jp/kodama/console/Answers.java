package jp.kodama.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.kodama.alert.Handling;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.Status;
import jp.kodama.approval.Entry;
import jp.kodama.approval.Kind;
import jp.kodama.approval.Message;
import jp.kodama.approval.MessageTemplate;

import org.springframework.util.MultiValueMap;

/** What an officer filled in on the compose page. */
final class Answers {

	/** The languages the page offers, in its order. */
	static final List<String> LANGUAGES = List.of("ja", "ja-x-easy", "en");

	private static final Duration LONGEST = Duration.ofDays(31);

	private final MultiValueMap<String, String> fields;

	Answers(MultiValueMap<String, String> fields) {
		this.fields = fields;
	}

	/** As an alert's entry; blanks that texts leave open are filled in. */
	Entry entry(Kind kind, Map<String, Message> filled) {
		return new Entry(status(), kind, filled, districts(), lasts(), Handling.from("console"));
	}

	/** Whether it is meant was asked and must have been answered. */
	Status status() {
		String status = one("status");
		if (status.isEmpty()) {
			throw new InvalidAlert("status", "「本番」か「訓練」を選んでください", "choose whether it is meant or a drill");
		}
		return Status.parse(status);
	}

	List<String> districts() {
		return Optional.ofNullable(this.fields.get("district")).orElse(List.of());
	}

	Duration lasts() {
		try {
			Duration lasts = Duration.parse(one("lasts"));
			if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST) > 0) {
				throw new InvalidAlert("expires", "有効期間は31日までです", "must be at most 31 days");
			}
			return lasts;
		}
		catch (java.time.format.DateTimeParseException ex) {
			throw new InvalidAlert("expires", "有効期間を選んでください", "choose how long it lasts");
		}
	}

	Map<String, Message> messages() {
		Map<String, Message> messages = new LinkedHashMap<>();
		for (String language : LANGUAGES) {
			messages.put(language, new Message(one("headline." + language), one("instruction." + language),
					one("description." + language)));
		}
		return messages;
	}

	/** Blank → language → words; a choice gives all languages at once. */
	Map<String, Map<String, String>> blanks(MessageTemplate template) {
		Map<String, Map<String, String>> blanks = new HashMap<>();
		template.blanks().forEach((name, blank) -> {
			String choice = one("blank." + name);
			if (choice.matches("\\d{1,3}") && Integer.parseInt(choice) < blank.choices().size()) {
				blanks.put(name, blank.choices().get(Integer.parseInt(choice)));
			}
			else {
				blanks.put(name, free(name));
			}
		});
		return blanks;
	}

	private Map<String, String> free(String name) {
		Map<String, String> words = new HashMap<>();
		words.put("ja", one("blank." + name + ".ja"));
		String english = one("blank." + name + ".en");
		if (!english.isEmpty()) {
			words.put("en", english);
		}
		return words;
	}

	/** As it was typed, for showing the page again. */
	String one(String name) {
		return Optional.ofNullable(this.fields.getFirst(name)).orElse("").strip();
	}

}
