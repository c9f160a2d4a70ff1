package jp.kodama.console;

import java.security.Principal;
import java.util.List;

import jp.kodama.approval.Problem;
import jp.kodama.approval.Refused;
import jp.kodama.policy.town.InvalidPolicy;
import jp.kodama.policy.version.PolicyRefused;
import jp.kodama.policy.version.PolicyVersion;
import jp.kodama.policy.version.PolicyVersions;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Proposing a policy, and the second person's decision about it. */
@Controller
@RequestMapping("/policy")
class PolicyDecisionPages {

	/** What must be typed to activate. */
	static final String WORD = "有効";

	private final PolicyVersions versions;

	private final PolicyPreview preview;

	PolicyDecisionPages(PolicyVersions versions, PolicyPreview preview) {
		this.versions = versions;
		this.preview = preview;
	}

	@PostMapping("/proposals")
	String propose(@RequestParam String text, @RequestParam(defaultValue = "") String note, Principal officer) {
		because(note, "note");
		return decided(() -> this.versions.propose(text, note, officer.getName()), "/policy/proposal");
	}

	@GetMapping("/proposal")
	String page(Principal officer, Model model) {
		PolicyVersion version = this.versions.proposed().orElse(null);
		if (version == null) {
			return "redirect:/policy";
		}
		model.addAttribute("version", version);
		model.addAttribute("own", version.proposal().by().equals(officer.getName()));
		model.addAttribute("word", WORD);
		this.preview.show(version.text(), model);
		return "policy-proposal";
	}

	/** For approvers; {@code jp.kodama.accounts} sees to that by the path. */
	@PostMapping("/decision/activate")
	String activate(@RequestParam int version, @RequestParam(defaultValue = "") String word, Principal officer,
			Model model) {
		if (!WORD.equals(word.strip())) {
			model.addAttribute("problem", "確認のことば「" + WORD + "」を入力してください");
			return page(officer, model);
		}
		return decided(() -> this.versions.activate(version, officer.getName()), "/policy");
	}

	@PostMapping("/decision/refuse")
	String refuse(@RequestParam int version, @RequestParam(defaultValue = "") String reason, Principal officer) {
		because(reason, "reason");
		return decided(() -> this.versions.refuse(version, officer.getName(), reason), "/policy");
	}

	/** Its proposer takes it back. */
	@PostMapping("/withdraw")
	String withdraw(@RequestParam int version, Principal officer) {
		boolean own = this.versions.find(version)
			.filter((one) -> one.proposal().by().equals(officer.getName()))
			.isPresent();
		if (!own) {
			throw refused("proposer", "提案した本人だけが取り下げられます", "only its proposer may take it back");
		}
		return decided(() -> this.versions.refuse(version, officer.getName(), "本人による取り下げ / withdrawn"), "/policy");
	}

	/** A version's file, as it was proposed. */
	@GetMapping(path = "/versions/{version}.yaml", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
	@ResponseBody
	String text(@PathVariable int version) {
		return this.versions.find(version).map(PolicyVersion::text).orElseThrow(NotFound::new);
	}

	private static String decided(Runnable decision, String next) {
		try {
			decision.run();
			return "redirect:" + next;
		}
		catch (PolicyRefused ex) {
			throw refused("policy", ex.japanese(), String.valueOf(ex.getMessage()));
		}
		catch (InvalidPolicy ex) {
			throw new Refused(ex.faults()
				.stream()
				.map((fault) -> Problem.refusal(fault.field(), fault.japanese(), fault.english()))
				.toList());
		}
	}

	private static void because(String words, String field) {
		if (words.isBlank()) {
			throw refused(field, "理由を書いてください", "say why");
		}
	}

	private static Refused refused(String field, String japanese, String english) {
		return new Refused(List.of(Problem.refusal(field, japanese, english)));
	}

}
