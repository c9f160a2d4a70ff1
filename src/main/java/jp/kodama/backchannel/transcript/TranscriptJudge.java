package jp.kodama.backchannel.transcript;

import java.util.Optional;

import jp.kodama.approval.Message;
import jp.kodama.audience.Municipality;
import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import jp.kodama.backchannel.settings.BackchannelSettings.Release;
import jp.kodama.backchannel.recording.Recordings;
import jp.kodama.backchannel.segment.Broadcast;
import jp.kodama.backchannel.transcript.Transcript.Fate;
import jp.kodama.backchannel.transcript.Transcript.Source;
import jp.kodama.backchannel.transcript.Transcript.State;
import jp.kodama.backchannel.transcript.Transcript.Words;

import org.springframework.stereotype.Component;

/**
 * Says what a broadcast that was heard is worth: ours, a draft, or fit to go out by
 * itself.
 */
@Component
class TranscriptJudge {

	/** Said on whatever no person has read. */
	static final String MARK = "【自動文字起こし / automatic transcript】";

	private final BackchannelSettings settings;

	private final Recordings recordings;

	private final Marking marking;

	TranscriptJudge(BackchannelSettings settings, Recordings recordings, Municipality town) {
		this.settings = settings;
		this.recordings = recordings;
		this.marking = new Marking(town, settings.transcripts().wordConfidence());
	}

	/** Empty where nothing is written down. */
	Optional<Transcript> judge(BroadcastHeard heard, String id) {
		Monitor monitor = this.settings.monitor(heard.broadcast().monitor());
		if (monitor == null || !monitor.transcribe()) {
			return Optional.empty();
		}
		String text = this.marking.marked(heard.words());
		double confidence = Marking.confidence(heard.words());
		State state = heard.foreign() ? fit(text, confidence, heard, monitor) : State.OURS;
		Broadcast broadcast = heard.broadcast();
		return Optional.of(new Transcript(id,
				new Source(broadcast.monitor(), broadcast.began(), (int) Math.round(broadcast.sound().seconds()),
						this.recordings.keep(broadcast.sound())),
				new Words(text, confidence), new Fate(state, heard.ours(), note(heard, text))));
	}

	private State fit(String text, double confidence, BroadcastHeard heard, Monitor monitor) {
		boolean automatic = this.settings.transcripts().release() == Release.AUTOMATIC
				&& monitor.language().startsWith("ja") && !text.isBlank() && !Marking.open(text)
				&& confidence >= this.settings.transcripts().confidence() && heard.like().isEmpty()
				&& heard.trouble().isEmpty();
		return automatic ? State.RELEASED : State.WAITING;
	}

	private static String note(BroadcastHeard heard, String text) {
		if (!heard.trouble().isEmpty()) {
			return heard.trouble();
		}
		if (!heard.like().isEmpty()) {
			return "ことばが自分の放送に似ています / its words resemble our own broadcast " + heard.like();
		}
		return text.isBlank() ? "ことばを聞き取れませんでした / no words were understood" : "";
	}

	static Message marked(Message message) {
		return new Message(MARK + message.headline(), message.instruction(), message.description());
	}

}
