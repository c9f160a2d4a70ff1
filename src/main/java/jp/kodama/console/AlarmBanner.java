package jp.kodama.console;

import java.security.Principal;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * On every page, above all else: what rings, who has seen it, and the button to say so.
 */
@Controller
class AlarmBanner {

	private static final int SHOWN = 6;

	private final Alarms alarms;

	AlarmBanner(Alarms alarms) {
		this.alarms = alarms;
	}

	/**
	 * Asked every few seconds; answers only when something changed, so that a screen
	 * reader says nothing twice.
	 */
	@GetMapping("/alarms")
	String banner(@RequestParam(defaultValue = "") String seen, HttpServletResponse response, Model model) {
		List<Alarm> now = this.alarms.now();
		String version = Integer.toHexString(now.hashCode());
		if (version.equals(seen)) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
		}
		response.setHeader("HX-Trigger", version.equals(seen) ? "alarms-same" : "alarms-changed");
		List<Alarm> ringing = now.stream().filter((one) -> one.seen().isEmpty()).toList();
		model.addAttribute("alarms", now.stream().limit(SHOWN).toList());
		model.addAttribute("more", Math.max(0, now.size() - SHOWN));
		model.addAttribute("ringing", ringing.stream().map((one) -> one.id() + "@" + one.since()).toList());
		model.addAttribute("sound",
				ringing.isEmpty() ? "none" : ringing.stream().anyMatch(Alarm::loud) ? "loud" : "soft");
		model.addAttribute("version", version);
		return "alarms :: banner";
	}

	/** An officer has seen one; it stays on the page, and no longer sounds. */
	@PostMapping("/alarms/seen")
	String seen(@RequestParam String alarm, @RequestHeader(name = "HX-Request", defaultValue = "") String htmx,
			Principal officer, HttpServletResponse response, Model model) {
		this.alarms.seen(officer.getName(), alarm);
		return htmx.isEmpty() ? "redirect:/" : banner("", response, model);
	}

}
