package jp.kodama.speech.recognition;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the recognisers.
 *
 * @param vosk model folder by language; one that is empty is looked for under
 * {@code <kodama.parts>/recognizers/vosk-<language>}. With a Japanese one here, Japanese
 * is heard by Vosk
 * @param julius the Japanese one
 */
@ConfigurationProperties("kodama.speech.recognition")
record RecognitionProperties(@DefaultValue Map<String, String> vosk, @DefaultValue Julius julius) {

	RecognitionProperties {
		vosk = vosk.isEmpty() ? Map.of("en", "") : Map.copyOf(vosk);
	}

	/**
	 * Where Julius is, and whom it listens to.
	 *
	 * @param folder of the program and its models; empty:
	 * {@code <kodama.parts>/recognizers/julius}
	 * @param warp how its frequencies are warped to fit a voice: 1 for an average voice,
	 * less for a higher one. The default fits the voice that Kodama speaks with
	 */
	record Julius(@DefaultValue("") String folder, @DefaultValue("0.85") double warp) {
	}

}
