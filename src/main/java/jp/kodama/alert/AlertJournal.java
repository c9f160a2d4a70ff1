package jp.kodama.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every alert ever entered, and the only place where its state changes. A method that
 * returns has its commit on disk; {@link AlertChanged} is published inside that commit.
 */
@Component
public class AlertJournal {

	/** Identifiers become names of folders and pages. */
	private static final String FILE_SAFE = "[A-Za-z0-9][A-Za-z0-9._:-]{0,199}";

	private final AlertTable table;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AlertJournal(JdbcClient jdbc, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock) {
		this.table = new AlertTable(jdbc);
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Enters an alert that is not released yet.
	 * @param state {@link State#DRAFT} or {@link State#PENDING_APPROVAL}
	 * @throws InvalidAlert if the identifier is taken
	 */
	public JournalEntry enter(Alert alert, State state, String by) {
		if (state != State.DRAFT && state != State.PENDING_APPROVAL) {
			throw new IllegalArgumentException("an alert is entered as draft or pending: " + state);
		}
		return this.transactions.execute((tx) -> insert(alert, state, by));
	}

	/**
	 * Enters and releases in one commit: for sources that a policy lets through.
	 * @throws InvalidAlert if it must not be released, see {@link #release}
	 */
	public JournalEntry enterReleased(Alert alert, String by, String reason) {
		return this.transactions.execute((tx) -> {
			insert(alert, State.DRAFT, by);
			return released(alert.identifier(), by, reason);
		});
	}

	/** Replaces the text of a draft. Refused for anything but a draft. */
	public JournalEntry rewrite(Alert alert, String by) {
		return this.transactions.execute((tx) -> {
			Instant now = this.clock.instant();
			if (!this.table.rewrite(alert)) {
				throw refused(alert.identifier(), "下書きではないため書き換えられません", "is not a draft");
			}
			this.events.publishEvent(new AlertChanged(alert, State.DRAFT, State.DRAFT, by, "rewritten", now));
			return entry(alert.identifier());
		});
	}

	/**
	 * Releases: what it references becomes superseded or cancelled in the same commit.
	 * @throws InvalidAlert if the state does not allow it, or a reference is unknown, not
	 * in force, or of the other kind (a drill never touches a real alert, nor the other
	 * way round)
	 */
	public JournalEntry release(String identifier, String by, String reason) {
		return this.transactions.execute((tx) -> released(identifier, by, reason));
	}

	/**
	 * Changes the state.
	 * @throws InvalidAlert if {@link State#mayBecome} forbids it
	 */
	public JournalEntry move(String identifier, State to, String by, String reason) {
		if (to == State.RELEASED) {
			return release(identifier, by, reason);
		}
		return this.transactions.execute((tx) -> moved(identifier, to, by, reason));
	}

	/** One alert. */
	public Optional<JournalEntry> find(String identifier) {
		return this.table.find(identifier);
	}

	/** The latest, newest first. */
	public List<JournalEntry> recent(int most) {
		return this.table.recent(most);
	}

	/** All that stand in a state, those that came into it first before the others. */
	public List<JournalEntry> in(State state) {
		return this.table.in(state);
	}

	/** Released, not expired, newest first. */
	public List<Alert> inForce(Instant at) {
		return this.table.inForce(at);
	}

	/**
	 * Released once and no longer in force, newest first.
	 * @param rehearsals which to tell of: those meant (false), rehearsals (true), or both
	 */
	public List<Alert> past(Instant at, Set<Boolean> rehearsals, int most) {
		return (most > 0) ? this.table.past(at, rehearsals, most) : List.of();
	}

	/** Released, but past their time: waiting for {@link State#EXPIRED}. */
	public List<Alert> overdue(Instant at) {
		return this.table.overdue(at);
	}

	/** The latest released alert of an incident that is still in force, drills apart. */
	public Optional<JournalEntry> byIncident(String incident, boolean rehearsal) {
		return this.table.byIncident(incident, rehearsal);
	}

	private JournalEntry insert(Alert alert, State state, String by) {
		if (!alert.identifier().matches(FILE_SAFE)) {
			throw refused(alert.identifier(), "番号に使えるのは英数字と . _ : - だけです", "may hold letters, digits and . _ : - only");
		}
		Instant now = this.clock.instant();
		if (!this.table.insert(new JournalEntry(alert, state, by, null, now))) {
			throw refused(alert.identifier(), "同じ番号の発報がすでにあります", "is taken");
		}
		this.events.publishEvent(new AlertChanged(alert, null, state, by, "", now));
		return entry(alert.identifier());
	}

	private JournalEntry released(String identifier, String by, String reason) {
		Alert alert = entry(identifier).alert();
		for (Key reference : alert.references()) {
			withdraw(alert, reference, by);
		}
		return moved(identifier, State.RELEASED, by, reason);
	}

	private void withdraw(Alert alert, Key reference, String by) {
		JournalEntry old = this.table.find(reference.identifier())
			.filter((entry) -> entry.alert().key().equals(reference))
			.orElseThrow(() -> new InvalidAlert("references", "元の発報がありません: " + reference, "unknown: " + reference));
		if (old.alert().rehearsalOnly() != alert.rehearsalOnly()) {
			throw new InvalidAlert("references", "訓練と実際の発報は互いに参照できません: " + reference,
					"a drill and a real alert must not reference each other: " + reference);
		}
		if (old.state() != State.RELEASED && old.state() != State.EXPIRED) {
			throw new InvalidAlert("references", "元の発報は有効ではありません（" + old.state() + "）: " + reference,
					"is " + old.state() + ": " + reference);
		}
		if (old.state() == State.RELEASED) {
			State next = (alert.msgType() == MsgType.Cancel) ? State.CANCELLED : State.SUPERSEDED;
			moved(reference.identifier(), next, by, "by " + alert.identifier());
		}
	}

	private JournalEntry moved(String identifier, State to, String by, String reason) {
		JournalEntry before = entry(identifier);
		Instant now = this.clock.instant();
		if (!before.state().mayBecome(to) || !this.table.move(before, to, by, now)) {
			throw refused(identifier, before.state() + " から " + to + " へは移れません",
					"must not go from " + before.state() + " to " + to);
		}
		this.events.publishEvent(new AlertChanged(before.alert(), before.state(), to, by, reason, now));
		return entry(identifier);
	}

	private JournalEntry entry(String identifier) {
		return this.table.find(identifier)
			.orElseThrow(() -> refused(identifier, "その番号の発報はありません", "no alert of this identifier"));
	}

	private static InvalidAlert refused(String identifier, String japanese, String english) {
		return new InvalidAlert("identifier", japanese + ": " + identifier, english + ": " + identifier);
	}

}
