package jp.kodama.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Handling;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.approval.AlertWriter;
import jp.kodama.approval.Entry;
import jp.kodama.approval.Message;
import jp.kodama.approval.MessageTemplate;
import jp.kodama.approval.MessageTemplates;
import jp.kodama.audience.Municipality;
import jp.kodama.intake.Notice.StoredMessage;

import org.springframework.stereotype.Component;

/** Alerts made of the prepared messages under {@code config/templates}. */
@Component
public class StoredMessages {

	private static final Pattern BLANK = Pattern.compile("\\{[^{}\\n]+}");

	private final MessageTemplates templates;

	private final AlertWriter writer;

	private final Municipality town;

	StoredMessages(MessageTemplates templates, AlertWriter writer, Municipality town) {
		this.templates = templates;
		this.writer = writer;
		this.town = town;
	}

	/**
	 * Looks at one before it is needed.
	 * @throws IllegalArgumentException if there is none, or it leaves a blank that
	 * nothing fills
	 */
	public void check(StoredMessage message) {
		try {
			MessageTemplate template = this.templates.get(message.template());
			if (template.use() == MessageTemplate.Use.Cancel) {
				throw new IllegalArgumentException("'" + message.template() + "' withdraws an alert, it makes none");
			}
			words(template, message).values().forEach((words) -> {
				String all = words.headline() + words.instruction() + words.description();
				if (words.headline().isEmpty() || BLANK.matcher(all).find()) {
					throw new IllegalArgumentException(
							"'" + message.template() + "' asks for words that nobody gives: " + all);
				}
			});
		}
		catch (InvalidAlert ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/** What ties notices that say the same together. */
	private String incident(Notice notice) {
		String words = notice.message().blanks().isEmpty() ? "" : "/" + signature(notice).substring(0, 16);
		return this.town.jis() + "/" + notice.letter().source() + "/" + notice.message().template() + words;
	}

	/** What a notice says. */
	String signature(Notice notice) {
		return Entrance.sha256(notice.message().toString().getBytes(StandardCharsets.UTF_8));
	}

	/** The alert that a notice leads to, issued now. */
	Alert alert(Notice notice) {
		MessageTemplate template = this.templates.get(notice.message().template());
		List<String> codes = notice.message().textOnly() ? List.of(Handling.TEXT_ONLY) : List.of();
		Status status = (template.use() == MessageTemplate.Use.Exercise) ? Status.Exercise : Status.Actual;
		Entry entry = new Entry(status, template.kind(), words(template, notice.message()), List.of(), template.lasts(),
				new Handling(notice.letter().source(), codes, incident(notice)));
		return this.writer.write(entry, MsgType.Alert, List.of());
	}

	private Map<String, Message> words(MessageTemplate template, StoredMessage message) {
		Map<String, Map<String, String>> answers = new HashMap<>();
		message.blanks().forEach((blank, words) -> answers.put(blank, Map.of("ja", words)));
		return this.templates.fill(template, List.of(), answers);
	}

}
