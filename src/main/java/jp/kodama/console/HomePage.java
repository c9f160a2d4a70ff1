package jp.kodama.console;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.policy.hold.Held;
import jp.kodama.policy.hold.HeldAlerts;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
		waiting(model);
		model.addAttribute("drafts", in(recent, State.DRAFT));
		model.addAttribute("recent", recent.stream().limit(SHOWN).toList());
		return "home";
	}

	/** The lists of what waits, as they are now; 204 while they are as they were. */
	@GetMapping("/waiting")
	String waiting(@RequestParam(defaultValue = "") String seen, HttpServletResponse response, Model model) {
		if (waiting(model).equals(seen)) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
		}
		return "waiting :: lists";
	}

	/** A list is written anew when it changes, and each minute: it says how long. */
	private String waiting(Model model) {
		List<Held> held = this.held.waiting();
		List<JournalEntry> waiting = this.journal.in(State.PENDING_APPROVAL)
			.stream()
			.filter((entry) -> !Held.automatic(entry))
			.toList();
		String version = Integer.toHexString(
				Stream
					.concat(held.stream().map((one) -> one.entry().alert().identifier() + one.waited().toMinutes()),
							waiting.stream().map((entry) -> entry.alert().identifier()))
					.toList()
					.hashCode());
		model.addAttribute("held", held);
		model.addAttribute("waiting", waiting);
		model.addAttribute("version", version);
		return version;
	}

	private static List<JournalEntry> in(List<JournalEntry> entries, State state) {
		return entries.stream().filter((entry) -> entry.state() == state).toList();
	}

}
