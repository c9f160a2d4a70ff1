package jp.kodama.speech.recognition;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the recognisers.
 *
 * @param vosk model folder by language; one that is empty is looked for under
 * {@code <kodama.parts>/recognizers/vosk-<language>}
 */
@ConfigurationProperties("kodama.speech.recognition")
record RecognitionProperties(@DefaultValue Map<String, String> vosk) {

	RecognitionProperties {
		vosk = vosk.isEmpty() ? Map.of("en", "") : Map.copyOf(vosk);
	}

}
