package jp.kodama.backchannel.transcript;

import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Resource;
import jp.kodama.alert.Status;
import jp.kodama.approval.AlertWriter;
import jp.kodama.approval.Entry;
import jp.kodama.approval.Message;
import jp.kodama.approval.MessageTemplate;
import jp.kodama.approval.MessageTemplates;
import jp.kodama.backchannel.settings.BackchannelSettings;

import org.springframework.stereotype.Component;

/**
 * Makes an alert of a transcript: for text channels only, since the radio has said it,
 * and with the recording, where people can reach it.
 */
@Component
class TranscriptWriter {

	/** The prepared message that says what kind of alert it is. */
	static final String TEMPLATE = "radio-transcript";

	private final MessageTemplates templates;

	private final AlertWriter writer;

	private final BackchannelSettings settings;

	TranscriptWriter(MessageTemplates templates, AlertWriter writer, BackchannelSettings settings) {
		this.templates = templates;
		this.writer = writer;
		this.settings = settings;
	}

	/** The words as they stand before an officer changes them. */
	Message proposed(Transcript transcript) {
		Message template = this.templates.get(TEMPLATE).texts().getOrDefault("ja", new Message("", "", ""));
		return template.fill(Map.of("words", transcript.text()));
	}

	Alert alert(Transcript transcript, Message message) {
		MessageTemplate template = this.templates.get(TEMPLATE);
		boolean rehearsal = this.settings.monitor(transcript.monitor()).rehearsal();
		Handling handling = new Handling("monitor",
				rehearsal ? List.of(Handling.TEXT_ONLY, Handling.REHEARSAL) : List.of(Handling.TEXT_ONLY), "");
		Alert plain = this.writer.write(new Entry(Status.Actual, template.kind(), Map.of("ja", message), List.of(),
				this.settings.transcripts().lasts(), handling), MsgType.Alert, List.of());
		String address = this.settings.transcripts().publicAddress();
		return address.isEmpty() ? plain : with(plain, new Resource("放送の録音 / recording", "audio/wav",
				address.replaceFirst("/+$", "") + "/feed/recordings/" + transcript.recording() + ".wav"));
	}

	private static Alert with(Alert alert, Resource recording) {
		List<Info> infos = alert.infos()
			.stream()
			.map((info) -> new Info(info.language(), info.classification(), info.text(), info.expires(),
					info.parameters(), info.areas(), List.of(recording)))
			.toList();
		return new Alert(alert.key(), alert.status(), alert.msgType(), alert.handling(), alert.references(), infos);
	}

}
