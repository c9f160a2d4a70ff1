package jp.kodama.backchannel.transcript;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.State;
import jp.kodama.approval.Message;
import jp.kodama.approval.Problem;
import jp.kodama.approval.Refused;
import jp.kodama.receipt.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What becomes of transcripts. One is a draft until an officer has heard and corrected
 * it; whoever did is its composer, and another must approve.
 */
@Component("transcripts")
public class Transcripts {

	private static final Logger log = LoggerFactory.getLogger(Transcripts.class);

	private final TranscriptTable table;

	private final TranscriptWriter writer;

	private final TranscriptJudge judge;

	private final AlertJournal journal;

	private final AuditTrail trail;

	private final Work work;

	Transcripts(TranscriptTable table, TranscriptWriter writer, TranscriptJudge judge, AlertJournal journal,
			AuditTrail trail, Work work) {
		this.table = table;
		this.writer = writer;
		this.judge = judge;
		this.journal = journal;
		this.trail = trail;
		this.work = work;
	}

	/** The latest, newest first. */
	public List<Transcript> latest(int most) {
		return this.table.latest(most);
	}

	/** One of them. */
	public Optional<Transcript> find(String id) {
		return this.table.find(id);
	}

	/** The words an officer begins with. */
	public Message proposed(Transcript transcript) {
		return this.writer.proposed(transcript);
	}

	/**
	 * Takes what was heard.
	 * @return the alerts that go out by themselves
	 */
	List<String> take(BroadcastHeard heard) {
		Optional<Transcript> judged = this.judge.judge(heard, UUID.randomUUID().toString());
		if (judged.isEmpty()) {
			return List.of();
		}
		Transcript one = judged.get();
		if (one.state() == Transcript.State.RELEASED) {
			try {
				return List.of(release(one));
			}
			catch (InvalidAlert | Refused ex) {
				log.warn("{}: must not go out by itself: {}", one.id(), ex.getMessage());
				one = one.become(new Transcript.Fate(Transcript.State.WAITING, "",
						"自動では発信できません / cannot go out by itself: " + ex.getMessage()));
			}
		}
		keep(one);
		return List.of();
	}

	private String release(Transcript one) {
		Alert alert = this.writer.alert(one, TranscriptJudge.marked(this.writer.proposed(one)));
		return this.work.transactions().execute((tx) -> {
			keep(one.become(new Transcript.Fate(one.state(), alert.identifier(), one.note())));
			this.journal.enterReleased(alert, "monitor:" + one.monitor(), "confidence " + one.confidence());
			return alert.identifier();
		});
	}

	private void keep(Transcript one) {
		this.work.transactions().executeWithoutResult((tx) -> {
			this.table.insert(one);
			this.trail.append("monitor:" + one.monitor(), "transcript." + one.state(), one.id(),
					"recording sha256 " + one.recording(), this.work.clock().instant());
		});
	}

	/**
	 * An officer has heard it and corrected the words: a draft of theirs.
	 * @return the alert's number
	 * @throws Refused if it does not wait any more, or something in it is still open
	 */
	public String write(String id, Message message, String officer) {
		Transcript one = find(id).orElseThrow(() -> gone(id));
		if (Marking.open(message.headline() + message.instruction() + message.description())) {
			throw new Refused(List.of(Problem.refusal("description", "【?…】が残っています。録音を聞いて書き直してください",
					"something is still open; listen to the recording")));
		}
		Alert alert = this.writer.alert(one, message);
		this.work.transactions().executeWithoutResult((tx) -> {
			if (!this.table.move(id, Transcript.State.WRITTEN, alert.identifier())) {
				throw gone(id);
			}
			this.journal.enter(alert, State.DRAFT, officer);
			this.trail.append(officer, "transcript.WRITTEN", id,
					alert.identifier() + ", recording sha256 " + one.recording(), this.work.clock().instant());
		});
		return alert.identifier();
	}

	/** An officer throws it away; the recording stays. */
	public void discard(String id, String officer) {
		this.work.transactions().executeWithoutResult((tx) -> {
			if (!this.table.move(id, Transcript.State.DISCARDED, "")) {
				throw gone(id);
			}
			this.trail.append(officer, "transcript.DISCARDED", id, "", this.work.clock().instant());
		});
	}

	private static Refused gone(String id) {
		return new Refused(
				List.of(Problem.refusal("transcript", "確認待ちの文字起こしではありません: " + id, "no transcript that waits: " + id)));
	}

	/**
	 * How it is written down.
	 *
	 * @param transactions one commit each
	 * @param clock when
	 */
	@Component
	record Work(TransactionOperations transactions, Clock clock) {
	}

}
