package jp.kodama.intake;

import java.time.Clock;
import java.time.OffsetDateTime;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.State;
import jp.kodama.intake.IntakeTable.Made;
import jp.kodama.intake.Incidents.Turn;
import jp.kodama.intake.Step.Way;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;

import org.springframework.stereotype.Component;

/**
 * Enters the alerts that telegrams lead to in the journal: released, or waiting for an
 * officer. What waits and is true no more is thrown away, so that nobody releases it by
 * mistake. Call inside a transaction.
 */
@Component
class Releases {

	private final AlertMaker maker;

	private final AlertJournal journal;

	private final IntakeTable table;

	private final Clock clock;

	Releases(AlertMaker maker, AlertJournal journal, IntakeTable table, Clock clock) {
		this.maker = maker;
		this.journal = journal;
		this.table = table;
		this.clock = clock;
	}

	/** Does what is to be done for one incident, and says what was made. */
	Made make(Turn turn, Bulletin bulletin, Decision decision, Handling handling) {
		String incident = turn.incident();
		boolean rehearsal = bulletin.issue().status().drill() || handling.codes().contains(Handling.REHEARSAL);
		Step step = turn.situation().step();
		if (step == null) {
			if (turn.situation().over()) {
				discard(incident, rehearsal, "解除された / lifted");
			}
			return new Made("", incident, "", turn.situation().reason());
		}
		String signature = step.msgType() + " " + Signature.of(step.part(), step.also()).text();
		if (step.way() == Way.HELD && waiting(incident, rehearsal, signature)) {
			return new Made("", incident, "", "同じ内容が承認待ち / the same waits for an officer");
		}
		Alert alert = this.maker.make(bulletin, decision, step,
				new Handling(handling.source(), handling.codes(), incident), OffsetDateTime.now(this.clock));
		discard(incident, rehearsal, "新しい電文により不要 / overtaken by " + alert.identifier());
		if (step.way() == Way.HELD) {
			this.journal.enter(alert, State.PENDING_APPROVAL, Policy.ACTOR);
		}
		else {
			this.journal.enterReleased(alert, Policy.ACTOR, decision.reason());
		}
		return new Made(alert.identifier(), incident, signature, "");
	}

	private void discard(String incident, boolean rehearsal, String reason) {
		for (String identifier : this.table.alerts(incident)) {
			if (pending(identifier, rehearsal)) {
				this.journal.move(identifier, State.DISCARDED, Policy.ACTOR, reason);
			}
		}
	}

	private boolean waiting(String incident, boolean rehearsal, String signature) {
		return this.table.alerts(incident, signature).stream().anyMatch((one) -> pending(one, rehearsal));
	}

	/** A drill neither hides a real alert nor throws it away. */
	private boolean pending(String identifier, boolean rehearsal) {
		return this.journal.find(identifier)
			.filter((entry) -> entry.state() == State.PENDING_APPROVAL)
			.filter((entry) -> entry.alert().rehearsalOnly() == rehearsal)
			.isPresent();
	}

}
