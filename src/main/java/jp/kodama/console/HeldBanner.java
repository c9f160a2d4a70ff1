package jp.kodama.console;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jp.kodama.policy.hold.Held;
import jp.kodama.policy.hold.HeldAlerts;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * On every page: what policy held back waits for an officer, and alarms when it waits too
 * long.
 */
@Controller
class HeldBanner {

	private final HeldAlerts held;

	HeldBanner(HeldAlerts held) {
		this.held = held;
	}

	/**
	 * Asked every few seconds; answers only when something changed, so that nobody hears
	 * it twice.
	 */
	@GetMapping("/held")
	String banner(@RequestParam(defaultValue = "") String seen, HttpServletResponse response, Model model) {
		List<Held> waiting = this.held.waiting();
		String version = Integer.toHexString(waiting.stream()
			.map((one) -> one.entry().alert().identifier() + one.alarms() + "/" + one.waited().toMinutes())
			.toList()
			.hashCode());
		if (version.equals(seen)) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
		}
		model.addAttribute("held", waiting);
		model.addAttribute("alarming", waiting.stream().filter(Held::alarming).toList());
		model.addAttribute("every", this.held.alarmAfter().toMinutes());
		model.addAttribute("version", version);
		return "parts :: held";
	}

}
