package jp.kodama.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.RehearsalFolder;
import jp.kodama.rendering.Artifact;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was rehearsed, shown as a person would have got it. */
@Controller
class RehearsalPages {

	private static final int LISTED = 20;

	private final RehearsalFolder folder;

	private final Channels channels;

	private final Viewer viewer;

	private final ArtifactBytes bytes;

	RehearsalPages(RehearsalFolder folder, Channels channels, Viewer viewer, ArtifactBytes bytes) {
		this.folder = folder;
		this.channels = channels;
		this.viewer = viewer;
		this.bytes = bytes;
	}

	@GetMapping("/rehearsal")
	String list(Model model) {
		Map<ChannelSettings, List<String>> deliveries = new LinkedHashMap<>();
		this.channels.all().forEach((one) -> deliveries.put(one, this.folder.deliveries(one.id(), LISTED)));
		model.addAttribute("deliveries", deliveries);
		return "rehearsals";
	}

	@GetMapping("/rehearsal/{channel}/{delivery}")
	String delivery(@PathVariable String channel, @PathVariable String delivery, Model model) {
		ChannelSettings settings = settings(channel);
		List<Shown> shown = this.folder.artifacts(channel, delivery)
			.stream()
			.map((name) -> show(settings, delivery, name))
			.sorted(Shown.ORDER)
			.toList();
		if (shown.isEmpty()) {
			throw new NotFound();
		}
		model.addAttribute("channel", settings);
		model.addAttribute("delivery", delivery);
		model.addAttribute("shown", shown);
		return "rehearsal";
	}

	@GetMapping("/rehearsal/{channel}/{delivery}/{*name}")
	ResponseEntity<Resource> file(@PathVariable String channel, @PathVariable String delivery,
			@PathVariable String name) {
		Path file = this.folder.file(channel, delivery, name.substring(1)).orElseThrow(NotFound::new);
		return this.bytes.of(settings(channel), Viewer.mediaType(name), read(file));
	}

	private Shown show(ChannelSettings channel, String delivery, String name) {
		Path file = this.folder.file(channel.id(), delivery, name).orElseThrow(NotFound::new);
		Artifact artifact = new Artifact(name, Viewer.mediaType(name), Shown.languageIn(name), read(file), List.of());
		return this.viewer.show(channel, artifact, "/rehearsal/" + channel.id() + "/" + delivery + "/" + name);
	}

	private ChannelSettings settings(String channel) {
		if (!this.channels.has(channel)) {
			throw new NotFound();
		}
		return this.channels.get(channel);
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new NotFound();
		}
	}

}
