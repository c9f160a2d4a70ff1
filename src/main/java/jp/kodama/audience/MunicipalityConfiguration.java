package jp.kodama.audience;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The municipality that this installation serves: {@code kodama.town}. */
@Configuration(proxyBeanMethods = false)
class MunicipalityConfiguration {

	@Bean
	Municipality municipality(@Value("${kodama.root:.}") Path root, @Value("${kodama.town:17461}") String town) {
		return Municipalities.load(root.resolve("config/areas")).find(town);
	}

}
