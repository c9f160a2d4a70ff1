package jp.kodama;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the engine. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class KodamaApplication {

	/** Called by {@code ./kodama run}. */
	public static void main(String[] args) {
		SpringApplication.run(KodamaApplication.class, args);
	}

}
