package jp.kodama.speech.recognition;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import jp.kodama.audience.Municipality;
import jp.kodama.speech.SpeechRecognizer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The recognisers as beans; a further {@link SpeechRecognizer} bean is taken in order. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecognitionProperties.class)
class RecognitionConfiguration {

	@Bean
	@Order(1)
	SpeechRecognizer vosk(RecognitionProperties settings, @Value("${kodama.parts}") Path parts) {
		return new VoskRecognizer(settings.vosk(), parts);
	}

	@Bean(destroyMethod = "close")
	@Order(2)
	SpeechRecognizer julius(RecognitionProperties settings, @Value("${kodama.parts}") Path parts,
			@Value("${kodama.root}") Path root, ObjectProvider<Municipality> town) {
		Vocabulary vocabulary = Vocabulary.load(root.resolve("config/speech/vocabulary.csv"))
			.with(places(town.getIfAvailable()));
		return new JuliusRecognizer(settings.julius(), parts, () -> vocabulary);
	}

	private static Map<String, String> places(@Nullable Municipality town) {
		Map<String, String> places = new LinkedHashMap<>();
		if (town != null) {
			places.put(town.name(), town.kana());
			town.districts().forEach((district) -> places.put(district.name(), district.kana()));
		}
		return places;
	}

}
