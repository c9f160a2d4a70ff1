package jp.kodama.speech;

import java.util.List;
import java.util.stream.Stream;

/** All voices of this machine: each language is spoken by the one that knows it. */
public final class Voices {

	private final List<SpeechSynthesizer> voices;

	private final Readings readings;

	private final SpeechCache cache;

	Voices(List<SpeechSynthesizer> voices, Readings readings, SpeechCache cache) {
		this.voices = List.copyOf(voices);
		this.readings = readings;
		this.cache = cache;
	}

	/**
	 * Why a language cannot be spoken on this machine, with the command that mends it;
	 * empty if it can.
	 */
	public String unavailable(String language) {
		return this.voices.stream()
			.filter((voice) -> voice.speaks(language))
			.findFirst()
			.map(SpeechSynthesizer::unavailable)
			.orElse("この言語の声がありません / no voice speaks " + language);
	}

	/**
	 * Says a text, one sound a sentence, each made only when the stream comes to it: the
	 * first can be on the air while the others are being made. Place names and terms are
	 * read as the reading dictionary says.
	 * @param rate samples per second of the result
	 * @return mono sounds without pauses between
	 * @throws CannotSpeak from the stream, if the language has no voice here or the voice
	 * refuses the text
	 */
	public Stream<Sound> speak(String text, String language, int rate) {
		SpeechSynthesizer voice = this.voices.stream()
			.filter((one) -> one.speaks(language))
			.findFirst()
			.orElseThrow(() -> new CannotSpeak(unavailable(language)));
		boolean japanese = language.equals("ja") || language.startsWith("ja-");
		String spoken = japanese ? SpokenJapanese.of(text, this.readings) : text;
		return Sentences.of(spoken).stream().map((sentence) -> say(voice, sentence, language, rate));
	}

	private Sound say(SpeechSynthesizer voice, String sentence, String language, int rate) {
		SpeechCache.Key key = new SpeechCache.Key(voice, sentence, rate);
		return this.cache.find(key).orElseGet(() -> {
			Sound sound = voice.speak(sentence, language).at(rate);
			this.cache.keep(key, sound);
			return sound;
		});
	}

}
