package jp.kodama.console;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jp.kodama.alert.AlertJournal;
import jp.kodama.approval.Problem;
import jp.kodama.approval.Refused;
import jp.kodama.audience.residents.Consent;
import jp.kodama.audience.residents.Directory;
import jp.kodama.audience.residents.Forgetting;
import jp.kodama.audience.residents.Known;
import jp.kodama.audience.residents.Resident;
import jp.kodama.audience.residents.Residents;
import jp.kodama.receipt.ResidentEvidence;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One resident, and everything that was ever sent to them, with its evidence. */
@Controller
@RequestMapping("/residents/{id:\\d+}")
class ResidentPage {

	/** What an officer types to erase somebody for good. */
	static final String WORD = "消去";

	private static final int SHOWN = 300;

	private final Directory directory;

	private final Residents residents;

	private final Forgetting forgetting;

	private final ResidentEvidence evidence;

	private final AlertJournal journal;

	private final Clock clock;

	private final ResidentPages.Lists lists;

	ResidentPage(Directory directory, Residents residents, Forgetting forgetting, Evidences evidences,
			ResidentPages.Lists lists, Clock clock) {
		this.directory = directory;
		this.residents = residents;
		this.forgetting = forgetting;
		this.evidence = evidences.evidence;
		this.journal = evidences.journal;
		this.clock = clock;
		this.lists = lists;
	}

	@GetMapping
	String page(@PathVariable long id, Principal officer, Model model) {
		Known known = this.directory.see(id, officer.getName()).orElseThrow(NotFound::new);
		List<ResidentEvidence.Line> lines = this.evidence.of(
				known.rows().stream().map((one) -> new ResidentEvidence.Since(one.recipient(), one.since())).toList(),
				SHOWN);
		Map<String, String> headlines = new TreeMap<>();
		lines.forEach((line) -> headlines.computeIfAbsent(line.alert(), (alert) -> this.journal.find(alert)
			.map((entry) -> (entry.alert().status().drill() ? "【訓練】" : "") + entry.alert().main().text().headline())
			.orElse(alert)));
		model.addAttribute("known", known);
		model.addAttribute("lines", lines);
		model.addAttribute("headlines", headlines);
		model.addAttribute("lists", this.lists);
		model.addAttribute("word", WORD);
		return "resident";
	}

	/** The resident told the office. */
	@PostMapping("/consent")
	String consent(@PathVariable long id, @RequestParam Consent.State state, @RequestParam String how,
			Principal officer) {
		Resident one = this.directory.see(id, officer.getName()).orElseThrow(NotFound::new).resident();
		if (how.isBlank() || how.length() > 100) {
			throw refused("how", "どのように確かめたかを書いてください（100字まで）", "say how you know");
		}
		this.residents.put(
				new Resident(one.number(), one.name(), one.language(), one.home(),
						new Consent(state, how.strip(), this.clock.instant()), one.quiet(), Map.of()),
				officer.getName(), "consent " + state);
		return "redirect:/residents/" + id;
	}

	/** Gone for good; what was sent stays, without the address. */
	@PostMapping("/erase")
	String erase(@PathVariable long id, @RequestParam(defaultValue = "") String word,
			@RequestParam(defaultValue = "") String reason, Principal officer) {
		if (!word.strip().equals(WORD) || reason.isBlank()) {
			throw refused("word", "理由と、確認のことば「" + WORD + "」を入力してください", "give a reason, and type the word");
		}
		if (!this.forgetting.erase(id, officer.getName(), reason.strip())) {
			throw new NotFound();
		}
		return "redirect:/residents";
	}

	private static Refused refused(String field, String japanese, String english) {
		return new Refused(List.of(Problem.refusal(field, japanese, english)));
	}

	/** Where it is known what was sent. */
	@org.springframework.stereotype.Component
	static final class Evidences {

		private final ResidentEvidence evidence;

		private final AlertJournal journal;

		Evidences(ResidentEvidence evidence, AlertJournal journal) {
			this.evidence = evidence;
			this.journal = journal;
		}

	}

}
