package jp.kodama.speech;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All voices of this machine: each language is spoken by the one that knows it. */
public final class Voices {

	private static final int TRIAL_RATE = 16000;

	private final List<SpeechSynthesizer> voices;

	private final Supplier<Readings> readings;

	private final SpeechCache cache;

	private final Map<SpeechCache.Key, CompletableFuture<Sound>> making = new ConcurrentHashMap<>();

	private final Executor ahead = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
			Voices::thread);

	Voices(List<SpeechSynthesizer> voices, Supplier<Readings> readings, SpeechCache cache) {
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
	 * Says a text, one sound a sentence. The first can be on the air while the others are
	 * being made, one ahead of what the stream has come to. Place names and terms are
	 * read as the reading dictionary says at this moment.
	 * @param rate samples per second of the result
	 * @return mono sounds without pauses between
	 * @throws CannotSpeak from the stream, if the language has no voice here or the voice
	 * refuses the text
	 */
	public Stream<Sound> speak(String text, String language, int rate) {
		return phrases(text, language, rate, Integer.MAX_VALUE).map(Phrase::sound);
	}

	/**
	 * The same phrase by phrase.
	 * @param most how many characters a phrase may have before it is cut at a comma
	 */
	public Stream<Phrase> phrases(String text, String language, int rate, int most) {
		SpeechSynthesizer voice = this.voices.stream()
			.filter((one) -> one.speaks(language))
			.findFirst()
			.orElseThrow(() -> new CannotSpeak(unavailable(language)));
		List<Cut> cuts = Sentences.of(spoken(text, language)).stream().flatMap((sentence) -> {
			List<String> phrases = Sentences.phrases(sentence, most);
			return IntStream.range(0, phrases.size()).mapToObj((i) -> new Cut(phrases.get(i), i == phrases.size() - 1));
		}).toList();
		return ReadAhead.of(cuts, (cut) -> new Phrase(cut.words(), say(voice, cut.words(), language, rate), cut.ends()),
				this.ahead);
	}

	/** What a voice is given for a text: places, terms and numbers as they are read. */
	public String spoken(String text, String language) {
		if (!language.equals("ja") && !language.startsWith("ja-")) {
			return text;
		}
		return spoken(text, language, this.readings.get());
	}

	private static String spoken(String text, String language, Readings readings) {
		return SpokenJapanese.of(language.contains("-x-") ? SpokenJapanese.joined(text) : text, readings);
	}

	/**
	 * Says a Japanese sentence by the dictionary with one more entry, before that is
	 * kept, at 16 kHz.
	 * @throws InvalidReading if the entry is broken
	 * @throws CannotSpeak if the sentence cannot be spoken
	 */
	public Sound trial(String sentence, Dictionary dictionary, String written, String reading) {
		SpeechSynthesizer voice = this.voices.stream()
			.filter((one) -> one.speaks("ja"))
			.findFirst()
			.orElseThrow(() -> new CannotSpeak(unavailable("ja")));
		String spoken = spoken(sentence, "ja", dictionary.with(written, reading));
		List<Sound> sounds = Sentences.of(spoken).stream().map((one) -> say(voice, one, "ja", TRIAL_RATE)).toList();
		if (sounds.isEmpty()) {
			throw new CannotSpeak.Unreadable("読み上げられる文字がありません / nothing in it can be said: " + sentence);
		}
		return Sound.join(sounds);
	}

	/** What two ask for at once is made once. */
	private Sound say(SpeechSynthesizer voice, String sentence, String language, int rate) {
		SpeechCache.Key key = new SpeechCache.Key(voice, sentence, rate);
		CompletableFuture<Sound> mine = new CompletableFuture<>();
		CompletableFuture<Sound> others = this.making.putIfAbsent(key, mine);
		if (others != null) {
			return ReadAhead.join(others);
		}
		try {
			Sound sound = this.cache.find(key).orElseGet(() -> voice.speak(sentence, language).at(rate));
			this.cache.keep(key, sound);
			mine.complete(sound);
			return sound;
		}
		catch (RuntimeException ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			// Whoever waits for it is told, whatever went wrong; a sound that was made stays.
			mine.completeExceptionally(new CannotSpeak("音声を作れませんでした / could not be made: " + sentence));
			this.making.remove(key, mine);
		}
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "voice");
		thread.setDaemon(true);
		return thread;
	}

	/** Words for one breath, and whether a sentence ends with them. */
	private record Cut(String words, boolean ends) {
	}

}
