package jp.kodama.console;

import java.util.LinkedHashMap;
import java.util.Map;

import jp.kodama.approval.Areas;
import jp.kodama.approval.MessageTemplate;
import jp.kodama.audience.Municipality;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the compose page needs besides the words: districts, blanks, lengths, limits. */
@Component
class ComposeModel {

	private static final Map<String, String> LENGTHS = lengths();

	private final Municipality town;

	private final Channels channels;

	ComposeModel(Municipality town, Channels channels) {
		this.town = town;
		this.channels = channels;
	}

	String show(Model model, Sheet sheet, @Nullable MessageTemplate template, String action) {
		model.addAttribute("sheet", sheet);
		model.addAttribute("blanks", (template != null) ? template.blanks() : Map.of());
		model.addAttribute("texts", (template != null) ? template.texts() : Map.of());
		model.addAttribute("level", (template != null) ? template.kind().level() : null);
		model.addAttribute("action", action);
		model.addAttribute("districts", this.town.districts());
		model.addAttribute("everywhere", new Areas(this.town));
		model.addAttribute("lengths", LENGTHS);
		model.addAttribute("limits", limits());
		return "compose";
	}

	/** Channel → the most characters it carries, for the counters. */
	private Map<ChannelSettings, Integer> limits() {
		Map<ChannelSettings, Integer> limits = new LinkedHashMap<>();
		for (ChannelSettings channel : this.channels.all()) {
			String most = channel.profile().word("characters", "");
			if (most.matches("\\d{1,7}")) {
				limits.put(channel, Integer.valueOf(most));
			}
		}
		return limits;
	}

	private static Map<String, String> lengths() {
		Map<String, String> lengths = new LinkedHashMap<>();
		lengths.put("PT1H", "１時間");
		lengths.put("PT3H", "３時間");
		lengths.put("PT6H", "６時間");
		lengths.put("PT12H", "１２時間");
		lengths.put("PT24H", "２４時間");
		lengths.put("PT48H", "２日");
		lengths.put("PT72H", "３日");
		return lengths;
	}

}
