package jp.kodama.console;

import java.time.Clock;
import java.util.List;

import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What holds now, what waits for somebody, what was last. */
@Controller
class HomePage {

	private static final int RECENT = 200;

	private static final int SHOWN = 12;

	private final AlertJournal journal;

	private final Clock clock;

	HomePage(AlertJournal journal, Clock clock) {
		this.journal = journal;
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
		model.addAttribute("waiting", in(recent, State.PENDING_APPROVAL));
		model.addAttribute("drafts", in(recent, State.DRAFT));
		model.addAttribute("recent", recent.stream().limit(SHOWN).toList());
		return "home";
	}

	private static List<JournalEntry> in(List<JournalEntry> entries, State state) {
		return entries.stream().filter((entry) -> entry.state() == state).toList();
	}

}
