package jp.kodama.console;

import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import jp.kodama.backchannel.aircheck.Check;
import jp.kodama.backchannel.aircheck.Findings;
import jp.kodama.backchannel.monitor.Monitors;
import jp.kodama.backchannel.transcript.LiveLine;
import jp.kodama.backchannel.transcript.LiveText;
import jp.kodama.backchannel.transcript.Transcripts;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What is heard on the radio: live, written down, and whether ours was heard. */
@Controller
@RequestMapping("/monitors")
class MonitorPages {

	private static final int SHOWN = 30;

	private final Monitors monitors;

	private final LiveText live;

	private final Transcripts transcripts;

	private final Findings findings;

	MonitorPages(Monitors monitors, LiveText live, Transcripts transcripts, Findings findings) {
		this.monitors = monitors;
		this.live = live;
		this.transcripts = transcripts;
		this.findings = findings;
	}

	@GetMapping
	String page(Model model) {
		model.addAttribute("monitors", this.monitors.all());
		model.addAttribute("said",
				this.live.lines().stream().collect(Collectors.toMap(LiveLine::monitor, LiveLine::text)));
		model.addAttribute("transcripts", this.transcripts.latest(SHOWN));
		model.addAttribute("checks", this.findings.latest(SHOWN));
		return "monitors";
	}

	/** How the monitors are doing, and what was heard last: asked every few seconds. */
	@GetMapping("/state")
	String state(Model model) {
		page(model);
		return "monitors :: state";
	}

	/** What is being said, as it is said. */
	@GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter live() {
		return this.live.follow();
	}

	/** On every page: broadcasts of ours that nobody heard. */
	@GetMapping("/alarm")
	String alarm(@RequestParam(defaultValue = "") String seen, HttpServletResponse response, Model model) {
		List<Check> alarming = this.findings.alarming();
		String version = Integer.toHexString(alarming.hashCode());
		if (version.equals(seen)) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
		}
		model.addAttribute("alarming", alarming);
		model.addAttribute("version", version);
		return "monitors :: alarm";
	}

	/** An officer has taken note. */
	@PostMapping("/checks/seen")
	String seen(@RequestParam String delivery, Principal officer) {
		this.findings.seen(delivery, officer.getName());
		return "redirect:/monitors";
	}

}
