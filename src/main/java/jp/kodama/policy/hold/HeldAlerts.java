package jp.kodama.policy.hold;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.policy.Policy;

import org.springframework.stereotype.Component;

/** What policy held back, for officers to decide, with the clock running. */
@Component
public class HeldAlerts {

	private final AlertJournal journal;

	private final Policy policy;

	private final Clock clock;

	HeldAlerts(AlertJournal journal, Policy policy, Clock clock) {
		this.journal = journal;
		this.policy = policy;
		this.clock = clock;
	}

	/** All that wait, longest first. */
	public List<Held> waiting() {
		Instant now = this.clock.instant();
		return this.journal.in(State.PENDING_APPROVAL)
			.stream()
			.filter(Held::automatic)
			.map((entry) -> held(entry, now))
			.sorted(Comparator.comparing(Held::waited).reversed())
			.toList();
	}

	/** How long one waits before it alarms, each time anew. */
	public Duration alarmAfter() {
		return this.policy.alarmAfter();
	}

	private Held held(JournalEntry entry, Instant now) {
		Duration waited = Duration.between(entry.since(), now);
		return new Held(entry, waited, Math.max(0, waited.dividedBy(alarmAfter())));
	}

}
