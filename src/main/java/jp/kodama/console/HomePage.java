package jp.kodama.console;

import java.time.Clock;
import java.util.List;

import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.policy.hold.Held;
import jp.kodama.policy.hold.HeldAlerts;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What holds now, what waits for somebody, what was last. */
@Controller
class HomePage {

	private static final int RECENT = 200;

	private static final int SHOWN = 12;

	private final AlertJournal journal;

	private final HeldAlerts held;

	private final Clock clock;

	HomePage(AlertJournal journal, HeldAlerts held, Clock clock) {
		this.journal = journal;
		this.held = held;
		this.clock = clock;
	}

	@GetMapping("/")
	String page(Model model) {
		List<JournalEntry> recent = this.journal.recent(RECENT);
		model.addAttribute("inForce",
				this.journal.inForce(this.clock.instant())
					.stream()
					.flatMap((alert) -> this.journal.find(alert.identifier()).stream())
					.toList());
		model.addAttribute("held", this.held.waiting());
		model.addAttribute("waiting",
				this.journal.in(State.PENDING_APPROVAL).stream().filter((entry) -> !Held.automatic(entry)).toList());
		model.addAttribute("drafts", in(recent, State.DRAFT));
		model.addAttribute("recent", recent.stream().limit(SHOWN).toList());
		return "home";
	}

	private static List<JournalEntry> in(List<JournalEntry> entries, State state) {
		return entries.stream().filter((entry) -> entry.state() == state).toList();
	}

}
