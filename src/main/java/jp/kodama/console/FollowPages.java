package jp.kodama.console;

import java.security.Principal;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.MsgType;
import jp.kodama.approval.AlertWriter;
import jp.kodama.approval.Approvals;
import jp.kodama.approval.Entry;
import jp.kodama.approval.Kind;
import jp.kodama.approval.MessageTemplates;
import jp.kodama.approval.Problem;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Replacing an alert that is out, or taking it back. */
@Controller
@RequestMapping("/alerts/{identifier}")
class FollowPages {

	private final MessageTemplates templates;

	private final AlertWriter writer;

	private final Approvals approvals;

	private final ComposeModel page;

	FollowPages(MessageTemplates templates, AlertWriter writer, Approvals approvals, ComposeModel page) {
		this.templates = templates;
		this.writer = writer;
		this.approvals = approvals;
		this.page = page;
	}

	@GetMapping("/update")
	String update(@PathVariable String identifier, Model model) {
		return this.page.show(model, update(alert(identifier)), null, "/alerts/" + identifier + "/update");
	}

	@PostMapping("/update")
	String update(@PathVariable String identifier, @RequestParam MultiValueMap<String, String> fields,
			Principal officer, Model model) {
		Alert old = alert(identifier);
		return follow(old, MsgType.Update, Kind.of(old), fields, officer, new Again(model, update(old), "update"));
	}

	@GetMapping("/cancel/{template}")
	String cancel(@PathVariable String identifier, @PathVariable String template, Model model) {
		return this.page.show(model, cancel(alert(identifier), template), null,
				"/alerts/" + identifier + "/cancel/" + template);
	}

	@PostMapping("/cancel/{template}")
	String cancel(@PathVariable String identifier, @PathVariable String template,
			@RequestParam MultiValueMap<String, String> fields, Principal officer, Model model) {
		Alert old = alert(identifier);
		Kind kind = withdrawal(old, template).kind();
		return follow(old, MsgType.Cancel, kind, fields, officer,
				new Again(model, cancel(old, template), "cancel/" + template));
	}

	private String follow(Alert old, MsgType type, Kind kind, MultiValueMap<String, String> fields, Principal officer,
			Again again) {
		Answers answers = new Answers(fields);
		try {
			fields.set("status", old.status().name());
			Alert next = this.writer.answer(old, type, answers.entry(kind, answers.messages()));
			this.approvals.draft(next, officer.getName());
			return "redirect:/alerts/" + next.identifier() + "/preview";
		}
		catch (InvalidAlert ex) {
			again.model().addAttribute("problems", List.of(Problem.of(ex)));
			return this.page.show(again.model(), again.sheet().again(answers), null,
					"/alerts/" + old.identifier() + "/" + again.path());
		}
	}

	private Alert alert(String identifier) {
		return this.approvals.find(identifier).alert();
	}

	private static Sheet update(Alert old) {
		return Sheet.of(old, old.main().classification().event() + "の更新", true);
	}

	private Sheet cancel(Alert old, String template) {
		return Sheet.of(withdrawal(old, template),
				old.main().classification().event() + "：" + this.templates.get(template).title().get("ja"));
	}

	private Entry withdrawal(Alert old, String template) {
		return this.templates.withdrawal(this.templates.get(template), old);
	}

	/** The page to show again when the words are refused. */
	private record Again(Model model, Sheet sheet, String path) {
	}

}
