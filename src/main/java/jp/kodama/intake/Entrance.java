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
import jp.kodama.policy.Verdict;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

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

	private final TransactionOperations transactions;

	private final Clock clock;

	Entrance(Policy policy, Incidents incidents, Releases releases, IntakeTable table,
			TransactionOperations transactions, Clock clock) {
		this.policy = policy;
		this.incidents = incidents;
		this.releases = releases;
		this.table = table;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Takes in what cannot be used: it is recorded with the reason. */
	void refuse(Letter letter, String reason) {
		Item item = new Item(letter.source(), letter.name(), sha256(letter.bytes()), "", "", false);
		this.transactions.executeWithoutResult(
				(tx) -> this.table.insert(item, Decision.rejected(reason), Made.NOTHING, this.clock.instant()));
	}

	/** Takes in a message as received now. The second copy of one is recorded only. */
	Taken receive(Letter letter, Bulletin bulletin) {
		Item item = item(letter, bulletin, false);
		Decision decision = this.policy.decide(bulletin, OffsetDateTime.now(this.clock));
		return this.transactions.execute((tx) -> {
			this.table.turn();
			if (this.table.taken(item)) {
				Decision again = new Decision(Verdict.RECORD, decision.telegram(), "重複: 同じ電文を受信済み。 / received before",
						decision.kinds(), decision.areas(), List.of());
				this.table.insert(item, again, Made.NOTHING, this.clock.instant());
				return new Taken(again, List.of(), List.of(), List.of());
			}
			return enter(item, bulletin, decision, Handling.from(letter.source()), "");
		});
	}

	/**
	 * Takes in a message as if issued now, for rehearsal sinks only.
	 * @param run tells the replay's incidents from those of others
	 */
	Taken replay(String file, byte[] bytes, Bulletin bulletin, String run) {
		Item item = item(new Letter(REPLAY, file, bytes), bulletin, true);
		Decision decision = this.policy.decide(bulletin, bulletin.issue().reported());
		return this.transactions
			.execute((tx) -> enter(item, bulletin, decision, Handling.from(REPLAY).rehearsed(), "/" + run));
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
