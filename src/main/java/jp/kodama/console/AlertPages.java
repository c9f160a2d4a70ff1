package jp.kodama.console;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jp.kodama.alert.JournalEntry;
import jp.kodama.approval.Approvals;
import jp.kodama.approval.MessageTemplates;
import jp.kodama.delivery.DeliveryBoard;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One alert, and what became of it, live. */
@Controller
@RequestMapping("/alerts/{identifier}")
class AlertPages {

	private final Approvals approvals;

	private final Timeline timeline;

	private final DeliveryBoard board;

	private final MessageTemplates templates;

	private final Clock clock;

	AlertPages(Approvals approvals, Timeline timeline, DeliveryBoard board, MessageTemplates templates, Clock clock) {
		this.approvals = approvals;
		this.timeline = timeline;
		this.board = board;
		this.templates = templates;
		this.clock = clock;
	}

	@GetMapping
	String page(@PathVariable String identifier, Principal officer, Model model) {
		JournalEntry entry = this.approvals.find(identifier);
		model.addAttribute("own", entry.composer().equals(officer.getName()));
		model.addAttribute("withdrawals", this.templates.all(true));
		add(entry, model);
		return "alert";
	}

	/** Asked every second; answers only when something changed, so that focus stays. */
	@GetMapping("/deliveries")
	String deliveries(@PathVariable String identifier, @RequestParam(defaultValue = "") String seen,
			HttpServletResponse response, Model model) {
		String version = add(this.approvals.find(identifier), model);
		if (version.equals(seen)) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
		}
		return "parts :: deliveries";
	}

	/** A delivery in doubt goes out again: a person said so. */
	@PostMapping("/deliveries/again")
	String again(@PathVariable String identifier, @RequestParam String delivery, Principal officer) {
		this.board.sendAgain(delivery, officer.getName());
		return "redirect:/alerts/" + identifier;
	}

	private String add(JournalEntry entry, Model model) {
		List<DeliveryLine> lines = this.timeline.of(entry);
		String version = entry.state() + "-" + Integer.toHexString(lines.hashCode());
		model.addAttribute("entry", entry);
		model.addAttribute("lines", lines);
		model.addAttribute("version", version);
		model.addAttribute("late", Duration.between(entry.since(), this.clock.instant()).toMillis());
		return version;
	}

}
