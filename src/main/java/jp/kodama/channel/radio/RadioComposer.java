package jp.kodama.channel.radio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Composer;
import jp.kodama.rendering.Composition;
import jp.kodama.speech.CannotSpeak;
import jp.kodama.speech.Voices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Composes a broadcast: {@code <language>.script.txt} holds every word and signal as they
 * are heard, {@code broadcast.wav} is its sound, {@code phrases.json} says what is heard
 * where in it and where it may be left, {@code broadcast.json} tells the radio console
 * what it is.
 */
@Component("radio")
class RadioComposer implements Composer {

	private static final Logger log = LoggerFactory.getLogger(RadioComposer.class);

	private final Voices voices;

	private final ScriptWriter writer;

	private final Sidecar sidecar;

	/** By their file. */
	private final ConcurrentLruCache<Path, Signals> signals = new ConcurrentLruCache<>(4, Signals::load);

	RadioComposer(Voices voices, ScriptWriter writer, Sidecar sidecar) {
		this.voices = voices;
		this.writer = writer;
		this.sidecar = sidecar;
	}

	@Override
	public String unavailable() {
		return this.voices.unavailable("ja");
	}

	/** What can be told without speaking. */
	@Override
	public void check(Composition composition) {
		String missing = this.voices
			.unavailable(this.writer.scripts(composition, signals(composition)).get(0).language());
		if (!missing.isEmpty()) {
			throw new Unavailable(missing);
		}
	}

	@Override
	public List<Artifact> compose(Composition composition) {
		Signals signals = signals(composition);
		List<Script> scripts = this.writer.scripts(composition, signals);
		String first = scripts.get(0).language();
		String missing = this.voices.unavailable(first);
		if (!missing.isEmpty()) {
			throw new Unavailable(missing);
		}
		Broadcast broadcast = new Broadcast(this.voices, signals, composition.channel());
		List<Artifact> artifacts = new ArrayList<>();
		for (Script script : scripts) {
			Script aired = perform(script, broadcast, composition, script.language().equals(first));
			artifacts.add(Artifact.ofText(aired.language() + ".script.txt", aired.language(), aired.text(), List.of()));
		}
		artifacts
			.add(new Artifact("broadcast.wav", "audio/wav", first, broadcast.sound().wav(), composition.recipients()));
		artifacts.add(this.sidecar.phrases(broadcast, composition, first));
		artifacts.add(this.sidecar.description(composition, this.writer.model(composition, first, signals),
				scripts.stream().map(Script::language).toList()));
		return artifacts;
	}

	private Signals signals(Composition composition) {
		return this.signals.get(composition.channel().folder().resolve("sounds.yaml"));
	}

	/**
	 * Makes a script heard. A first language that cannot be spoken stops the broadcast,
	 * for good if its text is at fault; a further one is left out, and its script says
	 * so: nobody must go unwarned for a foreign word.
	 */
	private Script perform(Script script, Broadcast broadcast, Composition composition, boolean first) {
		try {
			broadcast.add(script);
			return script;
		}
		catch (CannotSpeak ex) {
			String reason = String.valueOf(ex.getMessage());
			if (first && ex instanceof CannotSpeak.Unreadable && !SpokenWords.canBeMended(composition.alert())) {
				Script rest = readable(script, composition);
				broadcast.add(rest);
				return rest;
			}
			if (first && ex instanceof CannotSpeak.Unreadable) {
				throw new InvalidAlert(field(composition, script.language()), reason, reason);
			}
			if (first) {
				throw ex;
			}
			log.warn("{} is left out of the broadcast: {}", script.language(), reason);
			Script silent = script.leftOut(reason);
			broadcast.add(silent);
			return silent;
		}
	}

	/**
	 * What can be read of a script that nobody is there to mend: a word that no voice
	 * knows must not keep the others from being heard.
	 */
	private Script readable(Script script, Composition composition) {
		int rate = composition.channel().number("rate");
		int most = composition.channel().number("phrase");
		return script.leavingOut((line) -> {
			try {
				this.voices.phrases(line, script.language(), rate, most).forEach((phrase) -> {
				});
				return "";
			}
			catch (CannotSpeak.Unreadable ex) {
				log.warn("{}: left out of the broadcast: {}", composition.deliveryId(), ex.getMessage());
				return String.valueOf(ex.getMessage());
			}
		});
	}

	/**
	 * Which of an alert's texts the voice cannot read: what was said before costs
	 * nothing.
	 */
	private String field(Composition composition, String language) {
		Info info = composition.alert().info(language).orElseThrow();
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put("headline", info.text().headline());
		texts.put("instruction", info.text().instruction());
		texts.put("description", info.text().description());
		int rate = composition.channel().number("rate");
		int most = composition.channel().number("phrase");
		for (Map.Entry<String, String> text : texts.entrySet()) {
			try {
				this.voices.phrases(text.getValue(), language, rate, most).forEach((phrase) -> {
				});
			}
			catch (CannotSpeak ex) {
				return "info[" + info.language() + "]." + text.getKey();
			}
		}
		return "info[" + info.language() + "]";
	}

}
