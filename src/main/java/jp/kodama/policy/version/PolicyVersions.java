package jp.kodama.policy.version;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jp.kodama.policy.Policy;
import jp.kodama.policy.PolicyDiff;
import jp.kodama.policy.town.PolicyText;
import jp.kodama.policy.version.PolicyVersion.Act;
import jp.kodama.policy.version.PolicyVersion.State;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The way of a policy to being active. Two people: whoever proposed a version cannot
 * activate it. A method that returns has its commit on disk.
 */
@Component
public class PolicyVersions {

	private final Policy policy;

	private final VersionTable table;

	private final PolicyKeeper keeper;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PolicyVersions(Policy policy, JdbcClient jdbc, PolicyKeeper keeper, TransactionOperations transactions,
			ApplicationEventPublisher events, Clock clock) {
		this.policy = policy;
		this.table = new VersionTable(jdbc, policy.municipality().jis());
		this.keeper = keeper;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Proposes a policy to a second person.
	 * @throws jp.kodama.policy.town.InvalidPolicy if it cannot be used
	 * @throws PolicyRefused if it changes nothing, or another one waits
	 */
	public PolicyVersion propose(String text, String note, String by) {
		String plain = PolicyText.plain(text);
		String changes = changes(plain);
		Act proposal = new Act(by, note.strip(), this.clock.instant());
		PolicyVersion version = enter(plain, proposal, changes);
		this.keeper.refresh();
		return version;
	}

	private PolicyVersion enter(String text, Act proposal, String changes) {
		try {
			return this.transactions.execute((tx) -> {
				if (this.table.in(State.PROPOSED).isPresent()) {
					throw another();
				}
				PolicyVersion next = this.table.propose(text, proposal);
				publish(next.version(), State.PROPOSED, proposal, changes);
				return next;
			});
		}
		catch (DataIntegrityViolationException ex) {
			// Two at the same moment: the store's own rule lets only one in.
			throw another();
		}
	}

	private static PolicyRefused another() {
		return new PolicyRefused("ほかの版が提案中です。先にそれを決めてください", "another version waits; decide about it first");
	}

	/**
	 * Makes the proposed version the one that decides, from the next message on.
	 * @throws PolicyRefused if its proposer activates it, or it does not wait any more
	 */
	public void activate(int version, String by) {
		PolicyVersion proposed = waiting(version);
		if (proposed.proposal().by().equals(by)) {
			throw new PolicyRefused("提案した本人は有効にできません。ほかの人が確認してください",
					"whoever proposed it must not activate it; somebody else must");
		}
		String changes = changes(proposed.text());
		Act decision = new Act(by, "", this.clock.instant());
		this.transactions.executeWithoutResult((tx) -> {
			this.table.replaceActive();
			decide(version, State.ACTIVE, decision);
			publish(version, State.ACTIVE, decision, "proposed by " + proposed.proposal().by() + "; " + changes);
		});
		this.keeper.refresh();
	}

	/** Turns the proposed version down, or takes it back. */
	public void refuse(int version, String by, String reason) {
		waiting(version);
		Act decision = new Act(by, reason.strip(), this.clock.instant());
		this.transactions.executeWithoutResult((tx) -> {
			decide(version, State.REFUSED, decision);
			publish(version, State.REFUSED, decision, decision.why());
		});
		this.keeper.refresh();
	}

	/** The version that waits for a second person. */
	public Optional<PolicyVersion> proposed() {
		return this.table.in(State.PROPOSED);
	}

	/** One version. */
	public Optional<PolicyVersion> find(int version) {
		return this.table.find(version);
	}

	/** Every version, newest first. */
	public List<PolicyVersion> all() {
		return this.table.all();
	}

	private PolicyVersion waiting(int version) {
		return this.table.find(version)
			.filter((one) -> one.state() == State.PROPOSED)
			.orElseThrow(PolicyVersions::over);
	}

	private void decide(int version, State to, Act decision) {
		if (!this.table.decide(version, to, decision)) {
			throw over();
		}
	}

	private static PolicyRefused over() {
		return new PolicyRefused("その版はもう提案中ではありません", "this version does not wait any more");
	}

	/** What it changes, for the audit trail. */
	private String changes(String text) {
		Policy proposed = this.policy.under(this.policy.read("proposed.yaml", text));
		List<PolicyDiff.Change> changes = PolicyDiff.between(this.policy, proposed);
		if (changes.isEmpty() && proposed.town().rules().equals(this.policy.town().rules())
				&& proposed.alarmAfter().equals(this.policy.alarmAfter())) {
			throw new PolicyRefused("いまの方針と同じです", "changes nothing");
		}
		return changes.stream().map(PolicyDiff.Change::japanese).collect(Collectors.joining("; "));
	}

	private void publish(int version, State to, Act act, String detail) {
		this.events
			.publishEvent(new PolicyChanged(this.policy.municipality().jis(), version, to, act.by(), detail, act.at()));
	}

}
