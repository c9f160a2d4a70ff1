package jp.kodama.backchannel;

import jp.kodama.backchannel.settings.BackchannelSettings;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads {@code config/monitors.yaml} at start. */
@Configuration(proxyBeanMethods = false)
class BackchannelConfiguration {

	@Bean
	BackchannelSettings backchannelSettings(@Value("${kodama.root}") Path root, @Value("${kodama.home}") Path home) {
		return BackchannelSettings.load(root, home);
	}

}
