package jp.kodama.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.audience.Municipality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The voices as beans; a further {@link SpeechSynthesizer} bean is taken in order. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpeechProperties.class)
class SpeechConfiguration {

	private static final Logger log = LoggerFactory.getLogger(SpeechConfiguration.class);

	@Bean
	@Order(1)
	SpeechSynthesizer japaneseVoice(SpeechProperties settings, @Value("${kodama.parts}") Path parts) {
		return new OpenJTalk(settings.openJtalk(), parts);
	}

	@Bean
	@Order(2)
	SpeechSynthesizer englishVoice(SpeechProperties settings) {
		return new FreeTts(settings.wordsPerMinute());
	}

	@Bean
	Voices voices(List<SpeechSynthesizer> voices, Readings readingFiles, ObjectProvider<Dictionary> dictionary,
			SpeechProperties settings) {
		// Where there is no store (./kodama explain, a voice on its own), the files
		// decide.
		Dictionary changed = dictionary.getIfAvailable();
		return new Voices(voices, (changed != null) ? changed::current : () -> readingFiles,
				new SpeechCache(settings.cache().toBytes()));
	}

	@Bean
	Readings readingFiles(@Value("${kodama.root}") Path root, ObjectProvider<Municipality> town) {
		Path file = root.resolve("config/speech/readings.csv");
		Readings readings = Files.exists(file) ? Readings.load(file) : Readings.none();
		if (readings.isEmpty()) {
			log.warn("{}: no reading dictionary; place names may be misread", file);
		}
		Municipality own = town.getIfAvailable();
		return (own != null) ? readings.with(own) : readings;
	}

}
