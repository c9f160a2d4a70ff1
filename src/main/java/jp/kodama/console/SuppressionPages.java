package jp.kodama.console;

import java.security.Principal;
import java.util.List;

import jp.kodama.approval.Problem;
import jp.kodama.approval.Refused;
import jp.kodama.audience.residents.Suppressions;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The addresses that are not written to, and letting one be written to again. */
@Controller
@RequestMapping("/residents/suppressed")
class SuppressionPages {

	private static final int PAGE = 50;

	private final Suppressions suppressions;

	private final ResidentPages.Lists lists;

	SuppressionPages(Suppressions suppressions, ResidentPages.Lists lists) {
		this.suppressions = suppressions;
		this.lists = lists;
	}

	@GetMapping
	String page(@RequestParam(defaultValue = "0") int from, Principal officer, Model model) {
		List<Suppressions.Suppression> rows = this.suppressions.latest(PAGE + 1, Math.max(from, 0), officer.getName());
		model.addAttribute("rows", rows.stream().limit(PAGE).toList());
		model.addAttribute("next", (rows.size() > PAGE) ? from + PAGE : 0);
		model.addAttribute("count", this.suppressions.count());
		model.addAttribute("lists", this.lists);
		return "suppressed";
	}

	@PostMapping("/lift")
	String lift(@RequestParam String channel, @RequestParam String address,
			@RequestParam(defaultValue = "") String reason, Principal officer) {
		if (reason.isBlank() || reason.length() > 100) {
			throw new Refused(List.of(Problem.refusal("reason", "解除の理由を書いてください（100字まで）", "say why")));
		}
		try {
			this.suppressions.lift(channel, address, officer.getName(), reason.strip());
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(List.of(Problem.refusal("address", "もう解除されています", "lifted already")));
		}
		return "redirect:/residents/suppressed";
	}

}
