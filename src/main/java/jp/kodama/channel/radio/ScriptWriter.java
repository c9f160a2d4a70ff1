package jp.kodama.channel.radio;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.audience.Municipality;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.ChannelProfile;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Templates;
import jp.kodama.rendering.Wording;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Fills in the templates of a broadcast: its scripts and its description. */
@Component
class ScriptWriter {

	private final Templates templates;

	private final ObjectProvider<Municipality> town;

	ScriptWriter(Templates templates, ObjectProvider<Municipality> town) {
		this.templates = templates;
		this.town = town;
	}

	/**
	 * One script for each language of the channel that the alert has, in the channel's
	 * order.
	 * @throws InvalidAlert if there is none, or a text is too long to be listened to
	 */
	List<Script> scripts(Composition composition, Signals signals) {
		List<String> languages = languages(composition);
		return languages.stream().map((language) -> {
			Map<String, Object> model = model(composition, language, signals);
			model.put("repeat", composition.channel().number("repeat"));
			model.put("closing", signals.named(composition.channel().word("closing")).title());
			model.put("first", language.equals(languages.get(0)));
			model.put("last", language.equals(languages.get(languages.size() - 1)));
			return Script.parse(language, render(composition, language + ".script.txt", model));
		}).toList();
	}

	/** What the radio console is told of the broadcast. */
	Artifact description(Composition composition, Signals signals) {
		Alert alert = composition.alert();
		List<String> languages = languages(composition);
		Map<String, Object> model = model(composition, languages.get(0), signals);
		model.put("delivery", composition.deliveryId());
		model.put("languages", languages);
		model.put("sent", Key.capTime(alert.sent()));
		model.put("expires", Key.capTime(alert.expires()));
		model.put("level", alert.level().orElse(0));
		model.put("rate", composition.channel().number("rate"));
		return new Artifact("broadcast.json", "application/json", languages.get(0),
				render(composition, "broadcast.json", model).getBytes(StandardCharsets.UTF_8), List.of());
	}

	private static List<String> languages(Composition composition) {
		List<String> spoken = composition.channel().languages();
		List<String> languages = spoken.stream().filter((one) -> composition.alert().info(one).isPresent()).toList();
		if (languages.isEmpty()) {
			throw new InvalidAlert("info", "放送できる言語の本文がありません: " + String.join("・", spoken),
					"has no text in a language of the radio: " + spoken);
		}
		return languages;
	}

	private Map<String, Object> model(Composition composition, String language, Signals signals) {
		Alert alert = composition.alert();
		Info info = alert.info(language).orElseThrow();
		checkLength(info, composition.channel().number("characters"));
		String sound = info.parameter(Info.SOUND).orElse(Signals.CHIME);
		Map<String, Object> model = new HashMap<>();
		model.put("alert", alert);
		model.put("w", Wording.of(alert, info));
		model.put("kind", alert.status().name());
		model.put("urgent", emergency(alert, info));
		model.put("sound", sound);
		model.put("opening", signals.named(sound).title());
		model.put("station", station(composition.channel(), info));
		return model;
	}

	/**
	 * Whether it begins with 「緊急放送」: there is danger to life, and something to do at
	 * once.
	 */
	private static boolean emergency(Alert alert, Info info) {
		Classification kind = info.classification();
		boolean danger = Set.of("Extreme", "Severe").contains(kind.severity());
		return alert.msgType() != MsgType.Cancel && (alert.urgent() || (danger && kind.urgency().equals("Immediate")));
	}

	private static void checkLength(Info info, int most) {
		String text = info.text().headline() + info.text().instruction() + info.text().description();
		if (text.codePointCount(0, text.length()) > most) {
			throw new InvalidAlert("info[" + info.language() + "].description", "放送するには長すぎます（" + most + "文字まで）",
					"is too long to be spoken (" + most + " characters)");
		}
	}

	private String station(ChannelProfile channel, Info info) {
		Municipality own = this.town.getIfAvailable();
		return channel.word("station", (own != null) ? StationName.of(own) : "ぼうさい" + info.text().senderName());
	}

	private String render(Composition composition, String template, Map<String, Object> model) {
		return this.templates.render(composition.channel().folder().resolve("templates").resolve(template), model);
	}

}
