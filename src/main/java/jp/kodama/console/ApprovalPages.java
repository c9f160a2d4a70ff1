package jp.kodama.console;

import java.security.Principal;

import jp.kodama.alert.JournalEntry;
import jp.kodama.approval.Approvals;
import jp.kodama.approval.Problem;
import jp.kodama.approval.Refused;
import jp.kodama.delivery.Channels;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second person's decision. */
@Controller
@RequestMapping("/alerts/{identifier}/approval")
class ApprovalPages {

	private final Approvals approvals;

	private final Reach reach;

	private final Channels channels;

	ApprovalPages(Approvals approvals, Reach reach, Channels channels) {
		this.approvals = approvals;
		this.reach = reach;
		this.channels = channels;
	}

	@GetMapping
	String page(@PathVariable String identifier, Principal officer, Model model) {
		JournalEntry entry = this.approvals.find(identifier);
		model.addAttribute("entry", entry);
		model.addAttribute("own", entry.composer().equals(officer.getName()));
		model.addAttribute("channels", this.channels.all());
		model.addAttribute("reach", this.reach.of(entry.alert()));
		model.addAttribute("replaced", this.reach.replaced(entry.alert()));
		model.addAttribute("word", this.reach.word(entry.alert()));
		return "approval";
	}

	/**
	 * Releases. The word that must be typed differs between a drill and the real thing
	 * (Hawaii 2018: both asked the same).
	 */
	@PostMapping("/release")
	String release(@PathVariable String identifier, @RequestParam(defaultValue = "") String word, Principal officer,
			Model model) {
		String expected = this.reach.word(this.approvals.find(identifier).alert());
		if (!expected.equals(word.strip())) {
			model.addAttribute("problem", "確認のことば「" + expected + "」を入力してください");
			return page(identifier, officer, model);
		}
		try {
			this.approvals.approve(identifier, officer.getName());
			return "redirect:/alerts/" + identifier;
		}
		catch (Refused ex) {
			model.addAttribute("problems", ex.problems().stream().filter((one) -> !one.warning()).toList());
			return page(identifier, officer, model);
		}
	}

	@PostMapping("/back")
	String sendBack(@PathVariable String identifier, @RequestParam(defaultValue = "") String reason,
			Principal officer) {
		this.approvals.sendBack(identifier, officer.getName(), because(reason));
		return "redirect:/";
	}

	@PostMapping("/discard")
	String discard(@PathVariable String identifier, @RequestParam(defaultValue = "") String reason, Principal officer) {
		this.approvals.discard(identifier, officer.getName(), because(reason));
		return "redirect:/";
	}

	private static String because(String reason) {
		if (reason.isBlank()) {
			throw new Refused(java.util.List.of(Problem.refusal("reason", "理由を書いてください", "say why")));
		}
		return reason.strip();
	}

}
