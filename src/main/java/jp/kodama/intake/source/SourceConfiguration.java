package jp.kodama.intake.source;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the list of sources at start. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

	@Bean
	Sources sources(@Value("${kodama.root}") Path root, @Value("${kodama.home}") Path home) {
		return Sources.load(root, home);
	}

}
