package jp.kodama.console;

import jp.kodama.approval.Approvals;
import jp.kodama.receipt.FailureCauses;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whom an alert did not reach, put together by cause; addresses are masked. */
@Controller
class FailurePage {

	private final Approvals approvals;

	private final FailureCauses causes;

	private final ResidentPages.Lists lists;

	FailurePage(Approvals approvals, FailureCauses causes, ResidentPages.Lists lists) {
		this.approvals = approvals;
		this.causes = causes;
		this.lists = lists;
	}

	@GetMapping("/alerts/{identifier}/failures")
	String page(@PathVariable String identifier, Model model) {
		model.addAttribute("identifier", this.approvals.find(identifier).alert().identifier());
		model.addAttribute("causes", this.causes.of(identifier));
		model.addAttribute("lists", this.lists);
		return "failures";
	}

}
