package jp.kodama.console;

import java.security.Principal;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.JournalEntry;
import jp.kodama.approval.Approvals;
import jp.kodama.approval.Previews;
import jp.kodama.approval.Refused;
import jp.kodama.approval.ReleaseCheck;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Composer;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What every channel would put out, before anybody gets it. */
@Controller
@RequestMapping("/alerts/{identifier}/preview")
class PreviewPages {

	private final Approvals approvals;

	private final ReleaseCheck check;

	private final Previews previews;

	private final Channels channels;

	private final Viewer viewer;

	private final ArtifactBytes bytes;

	PreviewPages(Approvals approvals, ReleaseCheck check, Previews previews, Channels channels, Viewer viewer,
			ArtifactBytes bytes) {
		this.approvals = approvals;
		this.check = check;
		this.previews = previews;
		this.channels = channels;
		this.viewer = viewer;
		this.bytes = bytes;
	}

	@GetMapping
	String page(@PathVariable String identifier, Principal officer, Model model) {
		JournalEntry entry = this.approvals.find(identifier);
		model.addAttribute("entry", entry);
		model.addAttribute("own", entry.composer().equals(officer.getName()));
		model.addAttribute("channels", this.channels.all());
		return "preview";
	}

	/** Composes for every channel, sound too: loaded after the page. */
	@GetMapping("/problems")
	String problems(@PathVariable String identifier, Model model) {
		model.addAttribute("problems", this.check.of(this.approvals.find(identifier).alert()));
		return "parts :: problems";
	}

	@GetMapping("/{channel}")
	String channel(@PathVariable String identifier, @PathVariable String channel, Model model) {
		Alert alert = this.approvals.find(identifier).alert();
		ChannelSettings settings = this.channels.get(channel);
		try {
			List<Shown> shown = this.previews.of(alert, settings)
				.stream()
				.map((one) -> this.viewer.show(settings, one,
						"/alerts/" + identifier + "/preview/" + channel + "/file/" + one.name()))
				.sorted(Shown.ORDER)
				.toList();
			model.addAttribute("shown", shown);
			return "parts :: artifacts";
		}
		catch (InvalidAlert ex) {
			model.addAttribute("refusal", ex.japanese());
			model.addAttribute("detail", ex.getMessage());
		}
		catch (Composer.Unavailable ex) {
			model.addAttribute("unavailable", ex.getMessage());
		}
		return "parts :: trouble";
	}

	@GetMapping("/{channel}/file/{*name}")
	ResponseEntity<Resource> file(@PathVariable String identifier, @PathVariable String channel,
			@PathVariable String name) {
		Alert alert = this.approvals.find(identifier).alert();
		ChannelSettings settings = this.channels.get(channel);
		Artifact artifact = this.previews.of(alert, settings)
			.stream()
			.filter((one) -> name.equals("/" + one.name()))
			.findFirst()
			.orElseThrow(NotFound::new);
		return this.bytes.of(settings, artifact.mediaType(), artifact.content());
	}

	@PostMapping
	String submit(@PathVariable String identifier, Principal officer, Model model) {
		try {
			this.approvals.submit(identifier, officer.getName());
			return "redirect:/alerts/" + identifier;
		}
		catch (Refused ex) {
			model.addAttribute("problems", ex.problems());
			return page(identifier, officer, model);
		}
	}

}
