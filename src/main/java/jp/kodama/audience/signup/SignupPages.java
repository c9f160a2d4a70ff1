package jp.kodama.audience.signup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.kodama.audience.Municipality;
import jp.kodama.audience.residents.ContactChannel;
import jp.kodama.audience.residents.ContactChannels;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For residents: signing up. Works without scripts; nothing is kept in the browser. */
@Controller
@RequestMapping("/signup")
class SignupPages {

	private final Signups signups;

	private final ContactChannels channels;

	private final Municipality town;

	private final RateLimit limit;

	SignupPages(Signups signups, ContactChannels channels, Municipality town, RateLimit limit) {
		this.signups = signups;
		this.channels = channels;
		this.town = town;
		this.limit = limit;
	}

	@GetMapping
	String form(Model model) {
		return show("form", model);
	}

	@PostMapping
	String ask(@RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "ja") String language,
			@RequestParam(defaultValue = "") String district, Model model, HttpServletRequest from,
			HttpServletResponse answer) {
		if (!this.limit.allows(from.getRemoteAddr())) {
			answer.setStatus(429);
			return show("often", model);
		}
		List<ContactChannel> byMail = this.channels.all().stream().filter(ContactChannel::byMail).toList();
		Set<String> districts = this.town.districts()
			.stream()
			.map(Municipality.District::name)
			.collect(Collectors.toSet());
		try {
			if (byMail.isEmpty() || address.length() > 254 || !byMail.get(0).languages().contains(language)
					|| !(district.isEmpty() || districts.contains(district))) {
				throw new IllegalArgumentException("not what the form offers");
			}
			this.signups
				.ask(new SignupTable.Request(byMail.get(0).id(), byMail.get(0).normal(address), language, district));
			return show("asked", model);
		}
		catch (IllegalArgumentException ex) {
			answer.setStatus(422);
			model.addAttribute("typed", address);
			model.addAttribute("wrong", true);
			return show("form", model);
		}
	}

	/** A program that follows links in mails registers nobody: a person must press. */
	@GetMapping("/confirm")
	String open(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse answer) {
		model.addAttribute("token", token);
		if (this.signups.open(token)) {
			return show("confirm", model);
		}
		answer.setStatus(410);
		return show("over", model);
	}

	@PostMapping("/confirm")
	String confirm(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse answer) {
		if (this.signups.confirm(token)) {
			return show("joined", model);
		}
		answer.setStatus(410);
		return show("over", model);
	}

	private String show(String part, Model model) {
		model.addAttribute("town", this.town);
		model.addAttribute("part", part);
		Map<String, String> languages = new LinkedHashMap<>();
		this.channels.all()
			.stream()
			.filter(ContactChannel::byMail)
			.limit(1)
			.flatMap((one) -> one.languages().stream())
			.forEach((code) -> languages.put(code, itsOwnName(code)));
		model.addAttribute("languages", languages);
		return "signup";
	}

	/** As those who speak it write it. */
	private static String itsOwnName(String code) {
		Locale language = Locale.forLanguageTag(code);
		return code.endsWith("-x-easy") ? "やさしい にほんご" : language.getDisplayName(language);
	}

}
