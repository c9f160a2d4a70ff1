package jp.kodama.channel.radio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Classification;
import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.MsgType;
import jp.kodama.audience.Municipality;
import jp.kodama.rendering.ChannelProfile;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Templates;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Fills in the templates of a broadcast's scripts. */
@Component
class ScriptWriter {

	private final Templates templates;

	private final SpokenWords words;

	private final ObjectProvider<Municipality> town;

	ScriptWriter(Templates templates, SpokenWords words, ObjectProvider<Municipality> town) {
		this.templates = templates;
		this.words = words;
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

	private static List<String> languages(Composition composition) {
		List<String> spoken = order(composition.channel());
		List<String> languages = spoken.stream().filter((one) -> composition.alert().info(one).isPresent()).toList();
		if (languages.isEmpty()) {
			throw new InvalidAlert("info", "放送できる言語の本文がありません: " + String.join("・", spoken),
					"has no text in a language of the radio: " + spoken);
		}
		return languages;
	}

	/** The order a municipality wants, or the channel's own. */
	private static List<String> order(ChannelProfile channel) {
		String wanted = channel.word("languages", "");
		return wanted.isBlank() ? channel.languages()
				: Stream.of(wanted.split(",")).map(String::strip).filter(channel.languages()::contains).toList();
	}

	/** What every template may use. */
	Map<String, Object> model(Composition composition, String language, Signals signals) {
		Alert alert = composition.alert();
		Info info = alert.info(language).orElseThrow();
		String sound = info.parameter(Info.SOUND).orElse(Signals.CHIME);
		Map<String, Object> model = new HashMap<>();
		model.put("alert", alert);
		model.put("w", this.words.of(composition, info));
		model.put("again", SaidAgain.number(composition));
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
	static boolean emergency(Alert alert, Info info) {
		Classification kind = info.classification();
		boolean danger = Set.of("Extreme", "Severe").contains(kind.severity());
		return alert.msgType() != MsgType.Cancel && (alert.urgent() || (danger && kind.urgency().equals("Immediate")));
	}

	private String station(ChannelProfile channel, Info info) {
		Municipality own = this.town.getIfAvailable();
		return channel.word("station", (own != null) ? StationName.of(own) : "ぼうさい" + info.text().senderName());
	}

	private String render(Composition composition, String template, Map<String, Object> model) {
		return this.templates.render(composition.channel().folder().resolve("templates").resolve(template), model);
	}

}
