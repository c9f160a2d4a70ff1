package jp.kodama.console;

import jp.kodama.alert.Alert;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.approval.Approvals;
import jp.kodama.approval.BeforeAirCheck;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Composer;
import jp.kodama.speech.CannotHear;
import jp.kodama.speech.CannotSpeak;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What an ear understands of a channel's preview: loaded after it, since it takes
 * seconds. Says what it found; decides nothing.
 */
@Controller
class HeardPages {

	private final Approvals approvals;

	private final BeforeAirCheck check;

	private final Channels channels;

	HeardPages(Approvals approvals, BeforeAirCheck check, Channels channels) {
		this.approvals = approvals;
		this.check = check;
		this.channels = channels;
	}

	@GetMapping("/alerts/{identifier}/preview/{channel}/heard")
	String heard(@PathVariable String identifier, @PathVariable String channel, Model model) {
		Alert alert = this.approvals.find(identifier).alert();
		ChannelSettings settings = this.channels.get(channel);
		model.addAttribute("unavailable",
				settings.profile()
					.languages()
					.stream()
					.map(this.check::unavailable)
					.filter((reason) -> !reason.isEmpty())
					.distinct()
					.toList());
		try {
			model.addAttribute("proofs", this.check.of(alert, settings));
			return "heard :: proofs";
		}
		catch (InvalidAlert | Composer.Unavailable | CannotHear | CannotSpeak ex) {
			model.addAttribute("reason", String.valueOf(ex.getMessage()));
			return "heard :: unheard";
		}
	}

}
