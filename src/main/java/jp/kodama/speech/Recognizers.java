package jp.kodama.speech;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

/**
 * All recognisers of this machine: each language is heard by the first that knows it and
 * is installed.
 */
@Component
public final class Recognizers {

	private final List<SpeechRecognizer> recognizers;

	Recognizers(List<SpeechRecognizer> recognizers) {
		this.recognizers = List.copyOf(recognizers);
	}

	/**
	 * Why a language cannot be understood on this machine, with the command that mends
	 * it; empty if it can.
	 */
	public String unavailable(String language) {
		List<String> reasons = new ArrayList<>();
		for (SpeechRecognizer recognizer : knowing(language)) {
			String reason = recognizer.unavailable(language);
			if (reason.isEmpty()) {
				return "";
			}
			reasons.add(reason);
		}
		return reasons.isEmpty() ? "この言語を聞き取るものがありません / nothing understands " + language : String.join("; ", reasons);
	}

	/**
	 * Starts to listen.
	 * @see SpeechRecognizer#listen
	 * @throws CannotHear if nothing here understands the language
	 */
	public Listening listen(String language, Consumer<Heard> told) {
		return first(language).listen(language, told);
	}

	/**
	 * Whether a word could be heard at all.
	 * @see SpeechRecognizer#knows
	 * @throws CannotHear if nothing here understands the language
	 */
	public boolean knows(String language, String word) {
		return first(language).knows(language, word);
	}

	private SpeechRecognizer first(String language) {
		return knowing(language).stream()
			.filter((recognizer) -> recognizer.unavailable(language).isEmpty())
			.findFirst()
			.orElseThrow(() -> new CannotHear(unavailable(language)));
	}

	/**
	 * Listens to a whole recording.
	 * @return all its words, complete
	 * @throws CannotHear if nothing here understands the language, or the engine failed
	 */
	public Heard understand(Sound whole, String language) {
		List<Word> words = Collections.synchronizedList(new ArrayList<>());
		try (Listening listening = listen(language,
				(heard) -> words.addAll(heard.complete() ? heard.words() : List.of()))) {
			listening.hear(whole);
		}
		return new Heard(true, words);
	}

	private List<SpeechRecognizer> knowing(String language) {
		return this.recognizers.stream().filter((recognizer) -> recognizer.understands(language)).toList();
	}

}
