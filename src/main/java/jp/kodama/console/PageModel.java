package jp.kodama.console;

import java.security.Principal;

import jp.kodama.accounts.Accounts;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.approval.Problem;
import jp.kodama.approval.Refused;
import jp.kodama.audience.Municipality;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What every page shows, and what it says when something is refused. */
@ControllerAdvice(basePackageClasses = { PageModel.class, Accounts.class })
class PageModel {

	private final Accounts accounts;

	private final Municipality town;

	private final Channels channels;

	PageModel(Accounts accounts, Municipality town, Channels channels) {
		this.accounts = accounts;
		this.town = town;
		this.channels = channels;
	}

	@ModelAttribute
	void add(Model model, @Nullable Principal officer) {
		model.addAttribute("town", this.town);
		model.addAttribute("rehearsing", this.channels.all().stream().noneMatch(ChannelSettings::live));
		model.addAttribute("words", new Words(this.accounts));
		if (officer != null) {
			model.addAttribute("me", officer.getName());
		}
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
	String refused(Refused cause, Principal officer, Model model) {
		add(model, officer);
		model.addAttribute("problems", cause.problems());
		return "refused";
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
	String invalid(InvalidAlert cause, Principal officer, Model model) {
		return refused(new Refused(java.util.List.of(Problem.of(cause))), officer, model);
	}

}
