package jp.kodama.audience.signup;

import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jp.kodama.audience.Municipality;
import jp.kodama.audience.residents.ContactChannels;
import jp.kodama.audience.residents.Known;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * For residents: leaving. The same address takes a mail program's one-click POST (RFC
 * 8058 §3.2: no cookie, no sign-in, no second question) and a person's.
 */
@Controller
@RequestMapping("/unsubscribe/{token}")
class UnsubscribePages {

	private final Membership members;

	private final ContactChannels channels;

	private final Municipality town;

	private final Clock clock;

	UnsubscribePages(Membership members, ContactChannels channels, Municipality town, Clock clock) {
		this.members = members;
		this.channels = channels;
		this.town = town;
		this.clock = clock;
	}

	/** A program that follows links makes nobody leave. */
	@GetMapping
	String ask(@PathVariable String token, Model model, HttpServletResponse answer) {
		return show("leave", token, model, answer);
	}

	@PostMapping
	String leave(@PathVariable String token, Model model, HttpServletResponse answer) {
		this.members.reader(token).ifPresent((address) -> this.members.leave(address, this.clock.instant()));
		return show("left", token, model, answer);
	}

	private String show(String part, String token, Model model, HttpServletResponse answer) {
		Optional<Known.Address> address = this.members.reader(token);
		model.addAttribute("town", this.town);
		model.addAttribute("part", address.isPresent() ? part : "nobody");
		if (address.isEmpty()) {
			answer.setStatus(404);
		}
		address.ifPresent((one) -> {
			model.addAttribute("token", token);
			model.addAttribute("channel", this.channels.japanese(one.channel()));
			model.addAttribute("masked", one.masked());
		});
		return "signup";
	}

}
