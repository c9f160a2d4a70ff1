package jp.kodama.console;

import java.security.Principal;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.MsgType;
import jp.kodama.approval.AlertWriter;
import jp.kodama.approval.Approvals;
import jp.kodama.approval.Kind;
import jp.kodama.approval.Message;
import jp.kodama.approval.MessageTemplate;
import jp.kodama.approval.MessageTemplates;
import jp.kodama.approval.Problem;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing an alert from a prepared message. */
@Controller
class ComposePages {

	private final MessageTemplates templates;

	private final AlertWriter writer;

	private final Approvals approvals;

	private final ComposeModel page;

	ComposePages(MessageTemplates templates, AlertWriter writer, Approvals approvals, ComposeModel page) {
		this.templates = templates;
		this.writer = writer;
		this.approvals = approvals;
		this.page = page;
	}

	@GetMapping("/compose")
	String choose(Model model) {
		model.addAttribute("templates", this.templates.all(false));
		return "choose";
	}

	@GetMapping("/compose/{id}")
	String compose(@PathVariable String id, Model model) {
		MessageTemplate template = this.templates.get(id);
		return this.page.show(model, Sheet.of(template), template, "/compose/" + id);
	}

	@PostMapping("/compose/{id}")
	String write(@PathVariable String id, @RequestParam MultiValueMap<String, String> fields, Principal officer,
			Model model) {
		MessageTemplate template = this.templates.get(id);
		Answers answers = new Answers(fields);
		try {
			Map<String, Message> filled = this.templates.fill(typed(template, answers), answers.districts(),
					answers.blanks(template));
			Alert alert = this.writer.write(answers.entry(template.kind(), filled), MsgType.Alert, List.of());
			this.approvals.draft(alert, officer.getName());
			return "redirect:/alerts/" + alert.identifier() + "/preview";
		}
		catch (InvalidAlert ex) {
			model.addAttribute("problems", List.of(Problem.of(ex)));
			return this.page.show(model, Sheet.of(template).again(answers), template, "/compose/" + id);
		}
	}

	@GetMapping("/alerts/{identifier}/edit")
	String edit(@PathVariable String identifier, Model model) {
		Alert draft = this.approvals.find(identifier).alert();
		return this.page.show(model, sheet(draft), null, "/alerts/" + identifier + "/edit");
	}

	@PostMapping("/alerts/{identifier}/edit")
	String rewrite(@PathVariable String identifier, @RequestParam MultiValueMap<String, String> fields,
			Principal officer, Model model) {
		Alert draft = this.approvals.find(identifier).alert();
		Answers answers = new Answers(fields);
		try {
			this.approvals.rewrite(this.writer.rewrite(draft, answers.entry(Kind.of(draft), answers.messages())),
					officer.getName());
			return "redirect:/alerts/" + identifier + "/preview";
		}
		catch (InvalidAlert ex) {
			model.addAttribute("problems", List.of(Problem.of(ex)));
			return this.page.show(model, sheet(draft).again(answers), null, "/alerts/" + identifier + "/edit");
		}
	}

	private static Sheet sheet(Alert draft) {
		return Sheet.of(draft, draft.main().classification().event() + "の下書き", draft.msgType() != MsgType.Alert);
	}

	/** The officer's words in place of the template's. */
	private static MessageTemplate typed(MessageTemplate template, Answers answers) {
		return new MessageTemplate(template.title(), template.use(), template.kind(), template.lasts(),
				template.blanks(), answers.messages());
	}

}
