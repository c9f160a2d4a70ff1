package jp.kodama.console;

import java.io.IOException;
import java.nio.file.Files;
import java.security.Principal;
import java.util.List;

import jp.kodama.approval.Problem;
import jp.kodama.approval.Refused;
import jp.kodama.audience.importing.ImportRun;
import jp.kodama.audience.importing.Imports;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A file of residents: brought, checked, shown, and only then taken in. */
@Controller
@RequestMapping("/residents/import")
class ImportPages {

	private final Imports imports;

	ImportPages(Imports imports) {
		this.imports = imports;
	}

	@PostMapping
	String bring(@RequestParam MultipartFile file, Principal officer) throws IOException {
		String name = (file.getOriginalFilename() != null) ? file.getOriginalFilename() : "";
		return "redirect:/residents/import/" + this.imports.check(file.getInputStream(), name, officer.getName()).id();
	}

	@GetMapping("/{id}")
	String page(@PathVariable String id, Principal officer, Model model) {
		model.addAttribute("run", run(id, officer));
		return "import";
	}

	/** Asked every second while it works. */
	@GetMapping("/{id}/state")
	String state(@PathVariable String id, Principal officer, Model model) {
		page(id, officer, model);
		return "import :: state";
	}

	@PostMapping("/{id}/take")
	String take(@PathVariable String id, @RequestParam(defaultValue = "false") boolean withBad, Principal officer) {
		try {
			this.imports.take(run(id, officer), withBad);
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(
					List.of(Problem.refusal("file", "取り込めません。不正な行を直すか、正しい行だけを選んでください", "cannot be taken in")));
		}
		return "redirect:/residents/import/" + id;
	}

	@PostMapping("/{id}/drop")
	String drop(@PathVariable String id, Principal officer) {
		this.imports.drop(run(id, officer));
		return "redirect:/residents";
	}

	/** Every bad row. */
	@GetMapping("/{id}/bad.csv")
	ResponseEntity<Resource> bad(@PathVariable String id, Principal officer) {
		ImportRun run = run(id, officer);
		if (!Files.exists(run.bad())) {
			throw new NotFound();
		}
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
			.cacheControl(CacheControl.noStore())
			.header("Content-Disposition", "attachment; filename=\"bad-rows.csv\"")
			.body(new FileSystemResource(run.bad()));
	}

	private ImportRun run(String id, Principal officer) {
		return this.imports.find(id, officer.getName()).orElseThrow(NotFound::new);
	}

}
