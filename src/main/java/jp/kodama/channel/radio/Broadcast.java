package jp.kodama.channel.radio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.rendering.ChannelProfile;
import jp.kodama.speech.CannotSpeak;
import jp.kodama.speech.Phrase;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Voices;

/**
 * A broadcast as it grows: scripts are performed, one after the other, into one sound.
 */
final class Broadcast implements Script.Performer {

	private final Voices voices;

	private final Signals signals;

	private final ChannelProfile channel;

	private final int rate;

	private final List<Sound> parts = new ArrayList<>();

	private final List<Cue> cues = new ArrayList<>();

	private int length;

	Broadcast(Voices voices, Signals signals, ChannelProfile channel) {
		this.voices = voices;
		this.signals = signals;
		this.channel = channel;
		this.rate = channel.number("rate");
	}

	/**
	 * Performs a script to its end.
	 * @throws jp.kodama.speech.CannotSpeak if a line cannot be spoken; then nothing of
	 * the script was added
	 */
	void add(Script script) {
		int before = this.parts.size();
		int start = this.length;
		try {
			script.perform(this);
		}
		catch (CannotSpeak ex) {
			this.parts.subList(before, this.parts.size()).clear();
			this.cues.subList(before, this.cues.size()).clear();
			this.length = start;
			throw ex;
		}
	}

	@Override
	public void say(String line, String language) {
		this.voices.phrases(line, language, this.rate, this.channel.number("phrase")).forEach((phrase) -> {
			add(Cue.Kind.WORDS, language, phrase.words(), phrase.sound().levelled(this.channel.number("loudness")));
			silence(pause(phrase));
		});
	}

	private int pause(Phrase phrase) {
		return this.channel.number(phrase.ends() ? "sentence-pause" : "phrase-pause");
	}

	@Override
	public void play(String signalTitle) {
		Signal signal = this.signals.titled(signalTitle)
			.orElseThrow(() -> new IllegalStateException(
					"the script names 〔" + signalTitle + "〕, which is no title in sounds.yaml"));
		add(Cue.Kind.SIGNAL, "", signalTitle,
				this.signals.sound(signal, this.rate, this.channel.number("signal-loudness")));
		silence(this.channel.number("sentence-pause"));
	}

	@Override
	public void pause(int seconds) {
		silence(1000 * seconds);
	}

	private void silence(int millis) {
		add(Cue.Kind.PAUSE, "", "", Sound.silence(this.rate, Duration.ofMillis(millis)));
	}

	/** Every part has its cue. */
	private void add(Cue.Kind kind, String language, String words, Sound sound) {
		int end = this.length + sound.length();
		this.parts.add(sound);
		this.cues.add(new Cue(kind, language, words, this.length, end));
		this.length = end;
	}

	/** All of it so far. */
	Sound sound() {
		return Sound.join(this.parts);
	}

	/** What is heard where. */
	List<Cue> cues() {
		return List.copyOf(this.cues);
	}

}
