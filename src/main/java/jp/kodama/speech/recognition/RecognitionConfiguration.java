package jp.kodama.speech.recognition;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import jp.kodama.audience.Municipality;
import jp.kodama.speech.EnglishSounds;
import jp.kodama.speech.Pronunciation;
import jp.kodama.speech.SpeechRecognizer;
import jp.kodama.speech.Terms;

import org.springframework.beans.factory.ObjectProvider;
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
			Pronunciation pronunciation, ObjectProvider<Municipality> town, EnglishSounds sounds) {
		Set<String> names = new TreeSet<>();
		town.ifAvailable((one) -> {
			names.add(one.english().replaceFirst(" (Town|City|Village)$", ""));
			one.districts().forEach((district) -> names.add(district.english()));
		});
		return new VoskRecognizer(settings.vosk(), parts, new KanaReadings(pronunciation),
				new KnownNames(names, sounds));
	}

	@Bean(destroyMethod = "close")
	@Order(2)
	SpeechRecognizer julius(RecognitionProperties settings, @Value("${kodama.parts}") Path parts, Terms terms) {
		return new JuliusRecognizer(settings.julius(), parts, () -> Vocabulary.of(terms.all()));
	}

}
