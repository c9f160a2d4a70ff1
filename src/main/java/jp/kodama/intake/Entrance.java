package jp.kodama.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import jp.kodama.alert.Handling;
import jp.kodama.intake.Incidents.Turn;
import jp.kodama.intake.IntakeTable.Item;
import jp.kodama.intake.IntakeTable.Made;
import jp.kodama.intake.Step.Way;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;

import org.springframework.stereotype.Component;

/**
 * Takes a message in: the policy decides, alerts are made, entered in the journal and
 * recorded in one commit, so nothing is aired that is not recorded, nor the other way
 * round.
 */
@Component
class Entrance {

	private static final String REPLAY = "replay";

	private final Policy policy;

	private final Incidents incidents;

	private final Releases releases;

	private final IntakeTable table;

	private final IntakeTurn turn;

	private final Clock clock;

	Entrance(Policy policy, Incidents incidents, Releases releases, IntakeTable table, IntakeTurn turn, Clock clock) {
		this.policy = policy;
		this.incidents = incidents;
		this.releases = releases;
		this.table = table;
		this.turn = turn;
		this.clock = clock;
	}

	/** What the policy makes of a letter that is received now. */
	Candidate decide(Reading reading) {
		Bulletin bulletin = reading.bulletin();
		return (bulletin != null) ? new Candidate(reading, this.policy.decide(bulletin, OffsetDateTime.now(this.clock)))
				: Candidate.refused(reading.letter(), reading.reason());
	}

	/**
	 * Takes one in. What cannot be used is recorded with the reason, and so is the second
	 * copy of one. Call in one's turn.
	 */
	Taken receive(Candidate one) {
		Bulletin bulletin = one.reading().bulletin();
		Decision decision = one.decision();
		if (bulletin == null) {
			Item item = new Item(one.letter().source(), one.letter().name(), sha256(one.letter().bytes()), "", "",
					false);
			return recorded(item, decision);
		}
		Item item = item(one.letter(), bulletin, false);
		if (this.table.taken(item)) {
			return recorded(item, new Decision(Verdict.RECORD, decision.telegram(), "重複: 同じ電文を受信済み。 / received before",
					decision.kinds(), decision.areas(), List.of()));
		}
		return enter(item, bulletin, decision, Handling.from(one.letter().source()), "");
	}

	private Taken recorded(Item item, Decision decision) {
		this.table.insert(item, decision, Made.NOTHING, this.clock.instant());
		return new Taken(decision, List.of(), List.of(), List.of());
	}

	/**
	 * Takes in a message as if issued now, for rehearsal sinks only.
	 * @param run tells the replay's incidents from those of others
	 */
	Taken replay(String file, byte[] bytes, Bulletin bulletin, String run) {
		Item item = item(new Letter(REPLAY, file, bytes), bulletin, true);
		Decision decision = this.policy.decide(bulletin, bulletin.issue().reported());
		return this.turn.take(() -> enter(item, bulletin, decision, Handling.from(REPLAY).rehearsed(), "/" + run));
	}

	private Taken enter(Item item, Bulletin bulletin, Decision decision, Handling handling, String run) {
		boolean rehearsal = bulletin.issue().status().drill() || handling.codes().contains(Handling.REHEARSAL);
		List<String> released = new ArrayList<>();
		List<String> held = new ArrayList<>();
		List<String> notes = new ArrayList<>();
		List<Turn> turns = this.incidents.turns(bulletin, decision, rehearsal, run);
		for (Turn turn : turns) {
			Made made = this.releases.make(turn, bulletin, decision, handling);
			Step step = turn.situation().step();
			if (step != null && !made.alert().isEmpty()) {
				((step.way() == Way.HELD) ? held : released).add(made.alert());
			}
			else if (turn.spoken()) {
				notes.add(made.why());
			}
			if (turn.spoken() || !made.alert().isEmpty()) {
				this.table.insert(item, decision, made, this.clock.instant());
			}
		}
		if (decision.parts().isEmpty() && released.isEmpty()) {
			this.table.insert(item, decision, Made.NOTHING, this.clock.instant());
		}
		return new Taken(decision, released, held, notes);
	}

	private static Item item(Letter letter, Bulletin bulletin, boolean rehearsal) {
		return new Item(letter.source(), letter.name(), sha256(letter.bytes()),
				sha256(bulletin.said().getBytes(StandardCharsets.UTF_8)), bulletin.issue().event(), rehearsal);
	}

	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
