package jp.kodama.console;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.delivery.DeliveryState;
import jp.kodama.rendering.Renderer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether every part works, and what to do where it does not. */
@Controller
class StatusPage {

	private final Channels channels;

	private final Renderer renderer;

	private final DeliveryBoard board;

	private final Watches watches;

	private final DeskPages desks;

	private final String store;

	StatusPage(Channels channels, Renderer renderer, DeliveryBoard board, Watches watches, DeskPages desks,
			@Value("${spring.datasource.url}") String store) {
		this.channels = channels;
		this.renderer = renderer;
		this.board = board;
		this.watches = watches;
		this.desks = desks;
		this.store = store.replaceFirst("\\?.*", "");
	}

	/** A channel's line. */
	record Line(ChannelSettings channel, String unavailable, Map<DeliveryState, Integer> load, boolean desk) {
	}

	@GetMapping("/status")
	String page(Model model) {
		Map<String, Map<DeliveryState, Integer>> load = this.board.load();
		List<Line> lines = this.channels.all()
			.stream()
			.map((one) -> new Line(one, this.renderer.unavailable(one.id()), load.getOrDefault(one.id(), Map.of()),
					this.desks.has(one.id())))
			.toList();
		Runtime jvm = Runtime.getRuntime();
		model.addAttribute("lines", lines);
		model.addAttribute("sources", this.watches.sources().all());
		model.addAttribute("monitors", this.watches.monitors().all());
		model.addAttribute("walk", this.watches.probe().last().orElse(null));
		model.addAttribute("store", this.store);
		model.addAttribute("cap", this.watches.documents().signing());
		model.addAttribute("java", Runtime.version().toString());
		model.addAttribute("memory", (jvm.totalMemory() - jvm.freeMemory()) / 1_000_000);
		model.addAttribute("up", Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()));
		return "status";
	}

}
