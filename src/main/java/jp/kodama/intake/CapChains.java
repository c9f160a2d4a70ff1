package jp.kodama.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.intake.Incidents.Turn;
import jp.kodama.intake.Step.Way;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.CapMessage;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;

import org.springframework.stereotype.Component;

/**
 * What a CAP message makes of the chain that it belongs to: one message takes the place
 * of the one before, whatever it says. Drills have chains of their own, and so has what
 * is signed: nothing unsigned changes it. Call inside a transaction.
 */
@Component
class CapChains {

	private final Policy policy;

	private final IntakeTable table;

	private final AlertJournal journal;

	CapChains(Policy policy, IntakeTable table, AlertJournal journal) {
		this.policy = policy;
		this.table = table;
		this.journal = journal;
	}

	/**
	 * The turn of a message's chain.
	 * @param rehearsal whether it is a drill or a replay
	 * @param run tells a replay's chains from those of others, may be empty
	 */
	Turn turn(Part part, Bulletin bulletin, CapMessage message, boolean rehearsal, String run) {
		String sender = this.policy.municipality().jis() + "/" + part.hazard().incident()
				+ (rehearsal ? "/drill/" : "/") + message.key().sender() + "/";
		String incident = chain(sender, message, run) + run;
		return new Turn(incident, situation(part, bulletin, incident, rehearsal), true);
	}

	/** A message may reference only the last of those before it. */
	private String chain(String sender, CapMessage message, String run) {
		return message.references()
			.stream()
			.filter((reference) -> run.isEmpty())
			.flatMap((reference) -> this.table.incidents(reference.identifier()).stream())
			.filter((incident) -> incident.startsWith(sender))
			.findFirst()
			.orElse(sender + message.root().identifier());
	}

	private Situation situation(Part part, Bulletin bulletin, String incident, boolean rehearsal) {
		OffsetDateTime sent = bulletin.issue().reported();
		Optional<Alert> last = this.journal.byIncident(incident, rehearsal).map(JournalEntry::alert);
		if (last.filter((one) -> newer(one, sent)).isPresent() || this.table.alerts(incident)
			.stream()
			.flatMap((alert) -> this.journal.find(alert).stream())
			.anyMatch((entry) -> entry.state() == State.PENDING_APPROVAL && newer(entry.alert(), sent))) {
			return Situation.nothing("これより新しい電文を処理済み / a newer message was handled");
		}
		Alert inForce = last.filter((one) -> one.msgType() != MsgType.Cancel).orElse(null);
		Way way = (part.verdict() == Verdict.AUTO) ? Way.AIRED : Way.HELD;
		if (part.msgType() == MsgType.Cancel) {
			return (inForce != null) ? Situation.of(new Step(part, List.of(), MsgType.Cancel, inForce, way))
					: new Situation(null, "発報中のものがないため取り消すものはない / nothing of ours is in force", true);
		}
		if (inForce == null) {
			return Situation.of(Step.first(part, List.of()));
		}
		if (Signature.of(part, List.of()).equals(Signature.of(inForce))) {
			return Situation.nothing("発報中の内容と同じ（" + inForce.identifier() + "） / repeats what is in force");
		}
		return Situation.of(new Step(part, List.of(), MsgType.Update, inForce, way));
	}

	private static boolean newer(Alert alert, OffsetDateTime sent) {
		return alert.main().parameter(AlertMaker.ISSUED).map(OffsetDateTime::parse).filter(sent::isBefore).isPresent();
	}

}
