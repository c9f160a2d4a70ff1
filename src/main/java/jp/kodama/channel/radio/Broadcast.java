package jp.kodama.channel.radio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.rendering.ChannelProfile;
import jp.kodama.speech.CannotSpeak;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Voices;

/**
 * A broadcast as it grows: scripts are performed, one after the other, into one sound.
 */
final class Broadcast implements Script.Performer {

	private final Voices voices;

	private final Signals signals;

	private final int rate;

	private final double speechLoudness;

	private final double signalLoudness;

	private final Sound sentencePause;

	private final List<Sound> parts = new ArrayList<>();

	Broadcast(Voices voices, Signals signals, ChannelProfile channel) {
		this.voices = voices;
		this.signals = signals;
		this.rate = channel.number("rate");
		this.speechLoudness = channel.number("loudness");
		this.signalLoudness = channel.number("signal-loudness");
		this.sentencePause = Sound.silence(this.rate, Duration.ofMillis(channel.number("sentence-pause")));
	}

	/**
	 * Performs a script to its end.
	 * @throws jp.kodama.speech.CannotSpeak if a line cannot be spoken; then nothing of
	 * the script was added
	 */
	void add(Script script) {
		int before = this.parts.size();
		try {
			script.perform(this);
		}
		catch (CannotSpeak ex) {
			this.parts.subList(before, this.parts.size()).clear();
			throw ex;
		}
	}

	@Override
	public void say(String line, String language) {
		this.voices.speak(line, language, this.rate).forEach((sentence) -> {
			this.parts.add(sentence.levelled(this.speechLoudness));
			this.parts.add(this.sentencePause);
		});
	}

	@Override
	public void play(String signalTitle) {
		Signal signal = this.signals.titled(signalTitle)
			.orElseThrow(() -> new IllegalStateException(
					"the script names 〔" + signalTitle + "〕, which is no title in sounds.yaml"));
		this.parts.add(this.signals.sound(signal, this.rate, this.signalLoudness));
		this.parts.add(this.sentencePause);
	}

	@Override
	public void pause(int seconds) {
		this.parts.add(Sound.silence(this.rate, Duration.ofSeconds(seconds)));
	}

	/** All of it so far. */
	Sound sound() {
		return Sound.join(this.parts);
	}

}
