package jp.kodama.channel.radio;

import java.util.ArrayList;
import java.nio.file.Path;
import java.util.List;

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
 * are heard, {@code broadcast.wav} is its sound, {@code broadcast.json} tells the radio
 * console what it is.
 */
@Component("radio")
class RadioComposer implements Composer {

	private static final Logger log = LoggerFactory.getLogger(RadioComposer.class);

	private final Voices voices;

	private final ScriptWriter writer;

	/** By their file. */
	private final ConcurrentLruCache<Path, Signals> signals = new ConcurrentLruCache<>(4, Signals::load);

	RadioComposer(Voices voices, ScriptWriter writer) {
		this.voices = voices;
		this.writer = writer;
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
			Script aired = perform(script, broadcast, script.language().equals(first));
			artifacts.add(Artifact.ofText(aired.language() + ".script.txt", aired.language(), aired.text(), List.of()));
		}
		artifacts
			.add(new Artifact("broadcast.wav", "audio/wav", first, broadcast.sound().wav(), composition.recipients()));
		artifacts.add(this.writer.description(composition, signals));
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
	private static Script perform(Script script, Broadcast broadcast, boolean first) {
		try {
			broadcast.add(script);
			return script;
		}
		catch (CannotSpeak ex) {
			String reason = String.valueOf(ex.getMessage());
			if (first && ex instanceof CannotSpeak.Unreadable) {
				throw new InvalidAlert("info[" + script.language() + "]", reason, reason);
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

}
