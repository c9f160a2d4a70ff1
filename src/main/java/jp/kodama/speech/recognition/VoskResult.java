package jp.kodama.speech.recognition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.speech.Heard;
import jp.kodama.speech.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Vosk's JSON: words with their times in seconds and confidence. */
final class VoskResult {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private VoskResult() {
	}

	/** Complete or partial, as it says itself. */
	static Heard of(String json) {
		JsonNode result = JSON.readTree(json);
		return result.has("partial") ? new Heard(false, partial(result.path("partial").asString("")))
				: new Heard(true, words(result.path("result")));
	}

	/**
	 * Words without times or confidence: to work those out five times a second would cost
	 * a fifth of the speed.
	 */
	private static List<Word> partial(String text) {
		List<Word> words = new ArrayList<>();
		for (String word : text.split(" ")) {
			if (!word.isBlank()) {
				words.add(new Word(word, word, 0, Duration.ZERO, Duration.ZERO));
			}
		}
		return words;
	}

	private static List<Word> words(JsonNode result) {
		List<Word> words = new ArrayList<>();
		for (JsonNode word : result) {
			String text = word.path("word").asString("");
			if (!text.isBlank()) {
				words.add(new Word(text, text, word.path("conf").asDouble(0), time(word.path("start")),
						time(word.path("end"))));
			}
		}
		return words;
	}

	private static Duration time(JsonNode seconds) {
		return Duration.ofMillis(Math.round(seconds.asDouble(0) * 1000));
	}

}
