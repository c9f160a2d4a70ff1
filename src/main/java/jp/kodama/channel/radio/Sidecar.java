package jp.kodama.channel.radio;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Key;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Templates;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** What a radio console and a wire are told of a broadcast. */
@Component
class Sidecar {

	static final String PHRASES = "phrases.json";

	/** Depends on the voice of this machine, as the sound does. */
	static final String MEASURED = "application/json;measured=true";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Templates templates;

	private final Zones zones;

	private final AirOrder order;

	Sidecar(Templates templates, Zones zones, AirOrder order) {
		this.templates = templates;
		this.zones = zones;
		this.order = order;
	}

	/**
	 * {@code broadcast.json}: which alert it is, where and how urgently it is for.
	 * @param words the model of the first language
	 */
	Artifact description(Composition composition, Map<String, Object> words, List<String> languages) {
		Alert alert = composition.alert();
		Map<String, Object> model = new HashMap<>(words);
		model.put("delivery", composition.deliveryId());
		model.put("languages", languages);
		model.put("sent", Key.capTime(alert.sent()));
		model.put("expires", Key.capTime(alert.expires()));
		model.put("level", alert.level().orElse(0));
		model.put("rate", composition.channel().number("rate"));
		model.put("zones", this.zones.of(alert).stream().map(Sidecar::zone).toList());
		model.put("order", this.order.row(alert).id());
		model.put("rank", this.order.rank(alert));
		return new Artifact("broadcast.json", "application/json", languages.get(0),
				this.templates
					.render(composition.channel().folder().resolve("templates").resolve("broadcast.json"), model)
					.getBytes(StandardCharsets.UTF_8),
				List.of());
	}

	private static Map<String, Object> zone(Zone zone) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("id", zone.id());
		entry.put("title", zone.title());
		entry.put("dtmf", zone.dtmf());
		entry.put("contact", zone.contact());
		entry.put("address", zone.address());
		return entry;
	}

	/**
	 * {@code phrases.json}: what is heard from which sample to which, and the samples at
	 * which the broadcast may be left.
	 */
	Artifact phrases(Broadcast broadcast, Composition composition, String language) {
		int rate = composition.channel().number("rate");
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("rate", rate);
		json.put("samples", broadcast.sound().length());
		json.put("boundaries", Cue.boundaries(broadcast.cues(), rate));
		json.put("phrases", broadcast.cues().stream().filter((cue) -> cue.kind() != Cue.Kind.PAUSE).toList());
		return new Artifact(PHRASES, MEASURED, language, JSON.writeValueAsBytes(json), List.of());
	}

}
