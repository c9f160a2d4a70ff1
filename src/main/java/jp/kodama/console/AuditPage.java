package jp.kodama.console;

import jp.kodama.receipt.AuditTrail;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who did what, and whether the record is whole. */
@Controller
class AuditPage {

	private static final int SHOWN = 200;

	private final AuditTrail trail;

	AuditPage(AuditTrail trail) {
		this.trail = trail;
	}

	@GetMapping("/audit")
	String page(Model model) {
		model.addAttribute("rows", this.trail.latest(SHOWN));
		return "audit";
	}

	/** Walks the whole chain: asked for apart, because it grows. */
	@GetMapping("/audit/check")
	String check(Model model) {
		model.addAttribute("faults", this.trail.verify());
		return "parts :: chain";
	}

}
