package jp.kodama.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.MsgType;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.CapMessage;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Policy;

import org.springframework.stereotype.Component;

/**
 * Puts a telegram together with all that was said of its incidents before. Nothing older
 * than what the same kind of telegram said last changes anything. Call inside a
 * transaction.
 */
@Component
class Incidents {

	private final Policy policy;

	private final StatementTable table;

	private final AlertJournal journal;

	private final Clock clock;

	private final CapChains chains;

	Incidents(Policy policy, StatementTable table, AlertJournal journal, Clock clock, CapChains chains) {
		this.chains = chains;
		this.policy = policy;
		this.table = table;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * What a telegram makes of each incident it speaks of.
	 * @param rehearsal drills and replays have incidents of their own
	 * @param run tells a replay's incidents from those of others, may be empty
	 */
	List<Turn> turns(Bulletin bulletin, Decision decision, boolean rehearsal, String run) {
		CapMessage message = bulletin.cap();
		if (message != null) {
			return decision.parts()
				.stream()
				.map((part) -> this.chains.turn(part, bulletin, message, rehearsal, run))
				.toList();
		}
		Map<String, List<Part>> byIncident = new LinkedHashMap<>();
		Stream.concat(decision.parts().stream(), decision.quiet().stream()).forEach((part) -> {
			String incident = Incident.of(this.policy.municipality().jis(), part.hazard(), bulletin) + run;
			byIncident.computeIfAbsent(incident, (key) -> new ArrayList<>()).add(part);
		});
		List<Turn> turns = new ArrayList<>();
		byIncident.forEach((incident, parts) -> {
			boolean spoken = parts.stream().anyMatch(decision.parts()::contains);
			Situation situation = situation(incident, rehearsal, parts, bulletin, decision);
			if (spoken || situation.step() != null || situation.over()) {
				turns.add(new Turn(incident, situation, spoken));
			}
		});
		return turns;
	}

	private Situation situation(String incident, boolean rehearsal, List<Part> parts, Bulletin bulletin,
			Decision decision) {
		Instant reported = bulletin.issue().reported().toInstant();
		Alert last = this.journal.byIncident(incident, rehearsal).map(JournalEntry::alert).orElse(null);
		List<Statement> known = new ArrayList<>(this.table.of(incident, rehearsal));
		List<Statement> own = parts.stream()
			.map((part) -> Statement.of(part, decision.telegram(), reported))
			.filter((one) -> known.stream().noneMatch((other) -> one.replaces(other) && newer(other, one)))
			.toList();
		if (own.isEmpty() || (known.isEmpty() && older(reported, last))) {
			return Situation.nothing("これより新しい電文を処理済み / a newer telegram was handled");
		}
		boolean nothingKnown = known.isEmpty() && last == null;
		for (Statement one : own) {
			known.removeIf(one::replaces);
			known.add(one);
			if (!nothingKnown || !one.hazard().isEmpty()) {
				this.table.put(incident, rehearsal, one);
			}
		}
		List<Statement> holding = Outlook.holding(this.policy, known, reported);
		Outlook outlook = Outlook.of(this.policy, holding);
		Outlook said = Outlook.of(this.policy, holding.stream().filter(own::contains).toList());
		Alert inForce = (last != null && last.msgType() != MsgType.Cancel) ? last : null;
		return new Weighing(this.policy, inForce, reported, now(rehearsal, bulletin)).of(outlook, said);
	}

	private OffsetDateTime now(boolean rehearsal, Bulletin bulletin) {
		return rehearsal ? bulletin.issue().reported() : OffsetDateTime.now(this.clock);
	}

	private static boolean newer(Statement known, Statement one) {
		return known.reported().isAfter(one.reported());
	}

	/** Alerts that were made before statements were kept. */
	private static boolean older(Instant reported, @org.jspecify.annotations.Nullable Alert last) {
		String before = (last != null) ? last.main().parameters().get(AlertMaker.ISSUED) : null;
		return before != null && reported.isBefore(OffsetDateTime.parse(before).toInstant());
	}

	/**
	 * What becomes of one incident.
	 *
	 * @param incident its name
	 * @param situation what is to be done
	 * @param spoken whether the telegram names it; otherwise it only says nothing of it
	 */
	record Turn(String incident, Situation situation, boolean spoken) {
	}

}
