package jp.kodama.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.approval.Problem;
import jp.kodama.delivery.ChannelDesk;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Templates;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a channel shows of itself, in its own folder's {@code desk.html}. */
@Controller
@RequestMapping("/channels/{id}")
class DeskPages {

	private final Channels channels;

	private final Map<String, ChannelDesk> desks = new HashMap<>();

	private final Templates templates;

	DeskPages(Channels channels, ObjectProvider<ChannelDesk> desks, Templates templates) {
		this.channels = channels;
		desks.forEach((desk) -> this.desks.put(desk.channel(), desk));
		this.templates = templates;
	}

	/** Whether a channel has a page of its own. */
	boolean has(String id) {
		return this.desks.containsKey(id) && this.channels.has(id) && Files.isRegularFile(page(this.channels.get(id)));
	}

	private ChannelDesk desk(String id) {
		ChannelDesk desk = this.desks.get(id);
		if (desk == null || !has(id)) {
			throw new NotFound();
		}
		return desk;
	}

	@GetMapping
	String page(@PathVariable String id, CsrfToken csrf, Model model) {
		ChannelDesk desk = desk(id);
		ChannelSettings channel = this.channels.get(id);
		Map<String, Object> state = new HashMap<>(desk.state());
		state.put("csrf", csrf);
		state.put("here", "/channels/" + id);
		model.addAttribute("channel", channel);
		model.addAttribute("desk", this.templates.render(page(channel), state));
		return "desk";
	}

	@PostMapping
	String tell(@PathVariable String id, @RequestParam Map<String, String> fields, Principal officer, CsrfToken csrf,
			Model model) {
		ChannelDesk desk = desk(id);
		try {
			desk.tell(fields, officer.getName());
			return "redirect:/channels/" + id;
		}
		catch (IllegalArgumentException ex) {
			String why = String.valueOf(ex.getMessage());
			model.addAttribute("problems", List.of(Problem.refusal(id, why, why)));
			return page(id, csrf, model);
		}
	}

	private static Path page(ChannelSettings channel) {
		return channel.folder().resolve("desk.html");
	}

}
