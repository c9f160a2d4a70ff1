package jp.kodama.speech.recognition;

import java.nio.file.Path;

import jp.kodama.speech.Pronunciation;
import jp.kodama.speech.SpeechRecognizer;
import jp.kodama.speech.Terms;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The recognisers as beans; a further {@link SpeechRecognizer} bean is taken in order.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecognitionProperties.class)
class RecognitionConfiguration {

	@Bean(destroyMethod = "close")
	@Order(1)
	SpeechRecognizer vosk(RecognitionProperties settings, @Value("${kodama.parts}") Path parts,
			Pronunciation pronunciation) {
		return new VoskRecognizer(settings.vosk(), parts, new KanaReadings(pronunciation));
	}

	@Bean(destroyMethod = "close")
	@Order(2)
	SpeechRecognizer julius(RecognitionProperties settings, @Value("${kodama.parts}") Path parts, Terms terms) {
		return new JuliusRecognizer(settings.julius(), parts, () -> Vocabulary.of(terms.all()));
	}

}
