package jp.kodama.channel.radio;

import java.nio.file.Path;

import jp.kodama.audience.Municipality;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of {@code config/radio}: a broken one stops the start. */
@Configuration(proxyBeanMethods = false)
class AirConfiguration {

	@Bean
	Zones radioZones(@Value("${kodama.root}") Path root, ObjectProvider<Municipality> town) {
		Municipality own = town.getIfAvailable();
		return Zones.load(root.resolve("config/radio/zones.yaml"), (own != null) ? own.jis() : "");
	}

	@Bean
	AirOrder airOrder(@Value("${kodama.root}") Path root) {
		return AirOrder.load(root.resolve("config/radio/order.yaml"));
	}

}
