package jp.kodama.console;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Text;
import jp.kodama.approval.Areas;
import jp.kodama.approval.Entry;
import jp.kodama.approval.Language;
import jp.kodama.approval.Message;
import jp.kodama.approval.MessageTemplate;

/**
 * The compose page as it is first shown.
 *
 * @param title what is being written
 * @param messages the words to begin with, by language
 * @param status {@code Actual}, {@code Exercise}, or empty: the officer must say
 * @param fixed whether that follows another alert and cannot be chosen
 * @param districts those chosen
 * @param lasts how long, ISO 8601
 */
record Sheet(String title, Map<String, Message> messages, String status, boolean fixed, List<String> districts,
		String lasts) {

	/** A new alert. Only a drill's template says what it is; else the officer must. */
	static Sheet of(MessageTemplate template) {
		boolean drill = template.use() == MessageTemplate.Use.Exercise;
		return new Sheet(template.title().getOrDefault("ja", ""), all(template.texts()), drill ? "Exercise" : "", false,
				List.of(), template.lasts().toString());
	}

	/** An alert there is: a draft to go on with, or one to be replaced. */
	static Sheet of(Alert alert, String title, boolean fixed) {
		Map<String, Message> messages = new LinkedHashMap<>();
		alert.infos().forEach((info) -> {
			Text text = info.text();
			messages.put(Language.shortName(info),
					new Message(text.headline(), text.instruction(), text.description()));
		});
		OffsetDateTime until = alert.expires();
		return new Sheet(title, all(messages), alert.status().name(), fixed, Areas.districts(alert),
				Duration.between(alert.sent(), until).toString());
	}

	/** An alert that withdraws another. */
	static Sheet of(Entry withdrawal, String title) {
		return new Sheet(title, all(withdrawal.messages()), withdrawal.status().name(), true, withdrawal.districts(),
				withdrawal.lasts().toString());
	}

	/** What was typed and refused. */
	Sheet again(Answers typed) {
		return new Sheet(this.title, all(typed.messages()), this.fixed ? this.status : typed.one("status"), this.fixed,
				typed.districts(), typed.one("lasts"));
	}

	/** Whether this is one of the lengths the page offers. */
	public boolean lasts(String length) {
		return this.lasts.equals(length);
	}

	private static Map<String, Message> all(Map<String, Message> some) {
		Map<String, Message> all = new LinkedHashMap<>();
		Answers.LANGUAGES
			.forEach((language) -> all.put(language, some.getOrDefault(language, new Message("", "", ""))));
		return all;
	}

}
