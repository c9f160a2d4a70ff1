package jp.kodama.intake.api;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Handling;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.approval.AlertWriter;
import jp.kodama.approval.Entry;
import jp.kodama.approval.Kind;
import jp.kodama.approval.Message;
import jp.kodama.approval.MessageTemplate;
import jp.kodama.approval.MessageTemplates;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads the short form: words and a level, or a template and what fills its blanks. The
 * engine knows the rest.
 */
@Component
class ShortForm {

	private static final Set<String> KNOWN = Set.of("template", "answers", "event", "level", "sound", "headline",
			"instruction", "description", "texts", "districts", "expiresIn", "expires", "status", "msgType",
			"references", "rehearsal", "category", "responseType", "urgency", "severity", "certainty");

	/** How long an update or cancel is shown unless somebody says otherwise. */
	private static final Duration FOLLOWING = Duration.ofHours(6);

	private final AlertWriter writer;

	private final MessageTemplates templates;

	private final References references;

	private final Clock clock;

	ShortForm(AlertWriter writer, MessageTemplates templates, References references, Clock clock) {
		this.writer = writer;
		this.templates = templates;
		this.references = references;
		this.clock = clock;
	}

	Alert read(Fields body) {
		body.only(KNOWN);
		MsgType type = MsgType.parse(body.text("msgType", MsgType.Alert.name()));
		return this.writer.write(entry(body, null), type, this.references.read(body.texts("references")));
	}

	/**
	 * What follows another alert: its kind and a length of time need not be said again.
	 */
	Entry following(Fields body, Kind otherwise) {
		body.only(KNOWN);
		return entry(body, otherwise);
	}

	private Entry entry(Fields body, @Nullable Kind otherwise) {
		MessageTemplate template = body.has("template") ? this.templates.get(body.text("template")) : null;
		Handling handling = Handling.from("api");
		return new Entry(Status.parse(body.text("status", Status.Actual.name())), kind(body, template, otherwise),
				messages(body, template), body.texts("districts"), lasts(body, template, otherwise != null),
				body.flag("rehearsal") ? handling.rehearsed() : handling);
	}

	private static Kind kind(Fields body, @Nullable MessageTemplate template, @Nullable Kind otherwise) {
		if (template != null) {
			return template.kind();
		}
		return (otherwise != null && !body.has("event")) ? otherwise : kind(body);
	}

	private Map<String, Message> messages(Fields body, @Nullable MessageTemplate template) {
		Map<String, Message> messages = new LinkedHashMap<>();
		if (template != null) {
			messages.putAll(this.templates.fill(template, body.texts("districts"), answers(body)));
		}
		if (body.has("headline")) {
			messages.put("ja", message(body));
		}
		body.map("texts").forEach((language, text) -> messages.put(language, message(text)));
		return messages;
	}

	private static Map<String, Map<String, String>> answers(Fields body) {
		Map<String, Map<String, String>> answers = new HashMap<>();
		body.map("answers").forEach((blank, answer) -> {
			Map<String, String> words = new HashMap<>();
			List.of("ja", "en", "ja-x-easy")
				.stream()
				.filter(answer::has)
				.forEach((one) -> words.put(one, answer.text(one)));
			answers.put(blank, words);
		});
		return answers;
	}

	private static Message message(Fields text) {
		return new Message(text.text("headline"), text.text("instruction", ""), text.text("description", ""));
	}

	private Duration lasts(Fields body, @Nullable MessageTemplate template, boolean following) {
		if (body.has("expires")) {
			return Duration.between(OffsetDateTime.now(this.clock).withNano(0), body.time("expires"));
		}
		if (body.has("expiresIn") || (template == null && !following)) {
			return body.duration("expiresIn");
		}
		return (template != null) ? template.lasts() : FOLLOWING;
	}

	/** CAP's words follow from the level (内閣府 避難情報に関するガイドライン) unless given. */
	private static Kind kind(Fields body) {
		Integer level = body.number("level");
		int step = (level != null) ? level : 0;
		Classification kind = new Classification(body.text("category", "Safety"), body.text("event"),
				body.text("responseType", (step >= 5) ? "Shelter" : (step >= 3) ? "Evacuate" : "Monitor"),
				body.text("urgency", (step >= 4) ? "Immediate" : "Expected"),
				body.text("severity", (step >= 5) ? "Extreme" : (step == 4) ? "Severe" : "Moderate"),
				body.text("certainty", (step >= 5) ? "Observed" : "Likely"));
		Map<String, String> events = new HashMap<>();
		body.map("texts").forEach((language, text) -> events.put(language, text.text("event", kind.event())));
		return new Kind(kind, events, level, body.text("sound", ""));
	}

}
