package jp.kodama.intake;

import java.nio.file.Path;
import java.util.List;

import jp.kodama.audience.Municipality;
import jp.kodama.policy.Policy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the policy once, at start: a broken table stops the start, with file and line.
 */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

	@Bean
	Policy policy(@Value("${kodama.root}") Path root, Municipality municipality) {
		return Policy.load(root.resolve("config"), municipality);
	}

	@Bean
	MessageReader messageReader(@Value("${kodama.root}") Path root) {
		return new MessageReader(root.resolve("config"));
	}

	@Bean
	AlertMaker alertMaker(@Value("${kodama.root}") Path root, Policy policy,
			@Value("${kodama.sender:kodama.${kodama.town}}") String sender,
			@Value("${kodama.languages:ja-JP,en-US}") List<String> languages) {
		return new AlertMaker(policy, sender, languages, OfficialTerms.load(root.resolve("config/multilingual")));
	}

}
