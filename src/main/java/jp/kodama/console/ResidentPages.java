package jp.kodama.console;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jp.kodama.audience.importing.ContactExport;
import jp.kodama.audience.residents.Consent;
import jp.kodama.audience.residents.ContactChannels;
import jp.kodama.audience.residents.Directory;
import jp.kodama.audience.residents.Groups;
import jp.kodama.audience.residents.Known;
import jp.kodama.audience.residents.Search;
import jp.kodama.audience.residents.Suppressions;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking for residents. Whom an officer was shown is in the audit chain. */
@Controller
@RequestMapping("/residents")
class ResidentPages {

	private static final int PAGE = 50;

	private final Directory directory;

	private final Suppressions suppressions;

	private final ContactExport export;

	private final Clock clock;

	private final Lists lists;

	ResidentPages(Directory directory, Suppressions suppressions, ContactExport export, Clock clock, Lists lists) {
		this.directory = directory;
		this.suppressions = suppressions;
		this.export = export;
		this.clock = clock;
		this.lists = lists;
	}

	/** Shows nobody until something is asked for. */
	@GetMapping
	String page(@RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String district,
			@RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "0") long after,
			@RequestParam(defaultValue = "false") boolean search, Principal officer, Model model) {
		Search asked = new Search(words, district, group, after);
		List<Known> found = search ? this.directory.find(asked, PAGE + 1, officer.getName()) : List.of();
		model.addAttribute("asked", asked);
		model.addAttribute("searched", search);
		model.addAttribute("found", found.stream().limit(PAGE).toList());
		model.addAttribute("next", (found.size() > PAGE) ? found.get(PAGE - 1).id() : 0);
		model.addAttribute("count", this.directory.count());
		model.addAttribute("suppressed", this.suppressions.count());
		model.addAttribute("lists", this.lists);
		return "residents";
	}

	/** Everybody, as a file. */
	@GetMapping("/export.csv")
	void export(Principal officer, HttpServletResponse answer) throws IOException {
		this.directory.exported(officer.getName(), "CSV");
		answer.setContentType("text/csv;charset=UTF-8");
		answer.setHeader("Cache-Control", "no-store");
		answer.setHeader("Content-Disposition",
				"attachment; filename=\"residents-" + LocalDate.now(this.clock) + ".csv\"");
		this.export.write(answer.getOutputStream());
	}

	/** What pages name residents' things by. */
	@org.springframework.stereotype.Component
	static final class Lists {

		private final Groups groups;

		private final ContactChannels channels;

		Lists(Groups groups, ContactChannels channels) {
			this.groups = groups;
			this.channels = channels;
		}

		/** All groups. */
		public List<Groups.Group> groups() {
			return this.groups.all();
		}

		/** A group's name. */
		public String group(String id) {
			return this.groups.japanese(id);
		}

		/** A channel's name. */
		public String channel(String id) {
			return this.channels.japanese(id);
		}

		/** A language's name. */
		public String language(String code) {
			return Words.language(code);
		}

		/** For a style sheet. */
		public String tone(Consent consent) {
			return (consent.state() == Consent.State.GIVEN) ? "good" : "trouble";
		}

	}

}
