package jp.kodama.delivery;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the channels' folders at start. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

	@Bean
	Channels channels(@Value("${kodama.root}") Path root) {
		return Channels.load(root);
	}

}
