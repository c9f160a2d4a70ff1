package jp.kodama.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jp.kodama.approval.Problem;
import jp.kodama.policy.KindLine;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;
import jp.kodama.policy.town.InvalidPolicy;
import jp.kodama.policy.town.PolicyText;
import jp.kodama.policy.version.PolicyVersions;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The policy editor: what holds, what to change, what that would mean. */
@Controller
@RequestMapping("/policy")
class PolicyPages {

	private static final List<Verdict> ACTIONS = List.of(Verdict.AUTO, Verdict.HOLD, Verdict.RECORD, Verdict.IGNORE);

	private final Policy policy;

	private final PolicyVersions versions;

	private final PolicyPreview preview;

	PolicyPages(Policy policy, PolicyVersions versions, PolicyPreview preview) {
		this.policy = policy;
		this.versions = versions;
		this.preview = preview;
	}

	@GetMapping
	String page(Model model) {
		return editor(this.policy, "", model);
	}

	/** The editor with a draft in hand instead of what holds. */
	@PostMapping("/edit")
	String edit(@RequestParam String text, Model model) {
		return editor(this.policy.under(this.policy.read("draft.yaml", text)), text, model);
	}

	@PostMapping("/draft")
	String draft(@RequestParam(defaultValue = "") String base, @RequestParam MultiValueMap<String, String> fields,
			Model model) {
		Policy before = base.isEmpty() ? this.policy : this.policy.under(this.policy.read("draft.yaml", base));
		return show(PolicyText.of(this.policy.municipality().jis(),
				new PolicyForm(fields).changed(before.town(), KindLine.of(before))), model);
	}

	@PostMapping("/upload")
	String upload(@RequestParam MultipartFile file, Model model) throws IOException {
		return show(PolicyText.plain(new String(file.getBytes(), StandardCharsets.UTF_8)), model);
	}

	private String editor(Policy shown, String base, Model model) {
		model.addAttribute("shown", shown);
		model.addAttribute("base", base);
		model.addAttribute("active", this.policy.town().edition());
		model.addAttribute("groups",
				KindLine.of(shown)
					.stream()
					.collect(Collectors.groupingBy(KindLine::standard, () -> new TreeMap<>(Comparator.reverseOrder()),
							Collectors.toList())));
		model.addAttribute("actions", ACTIONS);
		model.addAttribute("proposed", this.versions.proposed().orElse(null));
		model.addAttribute("versions", this.versions.all());
		return "policy";
	}

	/** A draft that cannot be used is shown with every reason, and with its text. */
	private String show(String text, Model model) {
		model.addAttribute("text", text);
		model.addAttribute("waits", this.versions.proposed().isPresent());
		try {
			this.preview.show(text, model);
		}
		catch (InvalidPolicy ex) {
			model.addAttribute("problems",
					ex.faults()
						.stream()
						.map((fault) -> Problem.refusal(fault.line() + "行目 " + fault.field(), fault.japanese(),
								fault.english()))
						.toList());
		}
		return "policy-draft";
	}

}
