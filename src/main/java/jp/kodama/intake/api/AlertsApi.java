package jp.kodama.intake.api;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.MsgType;
import jp.kodama.approval.AlertWriter;
import jp.kodama.approval.Approvals;
import jp.kodama.approval.Entry;
import jp.kodama.approval.Kind;
import jp.kodama.approval.MessageTemplates;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alerts for programs. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertsApi {

	/** What the documentation shows of the short form. */
	static final String SHORT = """
			{"event": "避難指示", "level": 4, "headline": "避難指示を発令しました",
			 "instruction": "危険な場所から全員避難してください。", "description": "土砂災害の危険が非常に高まっています。",
			 "texts": {"en": {"headline": "Evacuation Order", "instruction": "Evacuate now."}},
			 "districts": ["住吉"], "expiresIn": "PT12H", "status": "Exercise"}""";

	/** What the documentation shows of a template. */
	static final String TEMPLATE = """
			{"template": "evacuation-order", "districts": ["住吉"], "status": "Exercise",
			 "answers": {"hazard": {"ja": "土砂災害", "en": "landslides"}, "shelter": {"ja": "住吉公民館"}}}""";

	private final Approvals approvals;

	private final AlertJournal journal;

	private final AlertWriter writer;

	private final ShortForm shortForm;

	private final References references;

	private final MessageTemplates templates;

	AlertsApi(Approvals approvals, AlertJournal journal, AlertWriter writer, ShortForm shortForm, References references,
			MessageTemplates templates) {
		this.approvals = approvals;
		this.journal = journal;
		this.writer = writer;
		this.shortForm = shortForm;
		this.references = references;
		this.templates = templates;
	}

	@PostMapping
	@Operation(summary = "Keeps a draft; with release=true releases at once what the token's scope allows",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
					mediaType = "application/json", examples = { @ExampleObject(name = "short", value = SHORT),
							@ExampleObject(name = "template", value = TEMPLATE) })))
	ResponseEntity<Map<String, Object>> enter(@RequestBody JsonNode body,
			@RequestParam(defaultValue = "false") boolean release, Authentication caller) {
		return entered(read(new Fields("", body)), release, caller);
	}

	@PostMapping("/{identifier}/submit")
	@Operation(summary = "Hands a draft to the second person")
	Map<String, Object> submit(@PathVariable String identifier, Principal caller) {
		return AlertView.of(this.approvals.submit(find(identifier).alert().identifier(), caller.getName()));
	}

	@PostMapping("/{identifier}/approve")
	@Operation(summary = "Releases what another composed")
	Map<String, Object> approve(@PathVariable String identifier, Principal caller) {
		return AlertView.of(this.approvals.approve(find(identifier).alert().identifier(), caller.getName()));
	}

	@PostMapping("/{identifier}/cancel")
	@Operation(summary = "A new alert that withdraws this one, from a template (lifted, mistake) or with own words")
	ResponseEntity<Map<String, Object>> cancel(@PathVariable String identifier,
			@RequestBody(required = false) JsonNode body, @RequestParam(defaultValue = "lifted") String template,
			@RequestParam(defaultValue = "false") boolean release, Authentication caller) {
		Alert old = find(identifier).alert();
		Entry words = this.templates.withdrawal(this.templates.get(template), old);
		Entry entry = (body != null) ? this.shortForm.following(new Fields("", body), words.kind()) : words;
		return entered(this.writer.answer(old, MsgType.Cancel, entry), release, caller);
	}

	@PostMapping("/{identifier}/update")
	@Operation(summary = "A new alert in the short form that takes this one's place")
	ResponseEntity<Map<String, Object>> update(@PathVariable String identifier, @RequestBody JsonNode body,
			@RequestParam(defaultValue = "false") boolean release, Authentication caller) {
		Alert old = find(identifier).alert();
		Entry entry = this.shortForm.following(new Fields("", body), Kind.of(old));
		return entered(this.writer.answer(old, MsgType.Update, entry), release, caller);
	}

	@GetMapping
	@Operation(summary = "The latest, newest first")
	List<Map<String, Object>> list(@RequestParam(defaultValue = "100") int most) {
		return this.journal.recent(Math.max(1, Math.min(most, 1000))).stream().map(AlertView::of).toList();
	}

	@GetMapping("/{identifier}")
	@Operation(summary = "One alert and where it stands")
	Map<String, Object> one(@PathVariable String identifier) {
		return AlertView.of(find(identifier));
	}

	private Alert read(Fields body) {
		return body.has("info") ? CapForm.read(body, this.writer.nextKey(), this.references)
				: this.shortForm.read(body);
	}

	private ResponseEntity<Map<String, Object>> entered(Alert alert, boolean release, Authentication caller) {
		if (!release) {
			return created(this.approvals.draft(alert, caller.getName()));
		}
		mayRelease(caller, alert);
		return created(this.approvals.release(alert, caller.getName()));
	}

	private JournalEntry find(String identifier) {
		return this.journal.find(identifier).orElseThrow(() -> new ApiProblems.NotHere(identifier));
	}

	/** Whoever may rehearse may release only what no live wire will ever carry. */
	private static void mayRelease(Authentication caller, Alert alert) {
		boolean allowed = caller.getAuthorities()
			.stream()
			.map(String::valueOf)
			.anyMatch((one) -> one.equals("SCOPE_release") || (one.equals("SCOPE_rehearse") && alert.rehearsalOnly()));
		if (!allowed) {
			throw new AccessDeniedException(alert.rehearsalOnly() ? "needs the scope rehearse or release"
					: "needs the scope release; status Exercise or Test needs only rehearse");
		}
	}

	private static ResponseEntity<Map<String, Object>> created(JournalEntry entry) {
		return ResponseEntity.created(URI.create("/api/v1/alerts/" + entry.alert().identifier()))
			.body(AlertView.of(entry));
	}

}
