package jp.kodama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * The same journeys over a Kafka broker and PostgreSQL: nothing but configuration
 * differs.
 */
@SuppressWarnings("NullAway.Init") // mode() sets them
class ClusterJourneyTests extends AlertJourneyTests {

	private EmbeddedPostgres postgres;

	private EmbeddedKafkaKraftBroker kafka;

	@Override
	List<String> mode() throws Exception {
		this.postgres = EmbeddedPostgres.start();
		this.kafka = new EmbeddedKafkaKraftBroker(1, 1);
		this.kafka.afterPropertiesSet();
		return List.of("--kodama.queue=kafka", "--camel.component.kafka.brokers=" + this.kafka.getBrokersAsString(),
				"--spring.datasource.url=" + this.postgres.getJdbcUrl("postgres", "postgres"));
	}

	/** The peers outlive the engine. */
	@Override
	@AfterAll
	void stop() {
		super.stop();
		this.kafka.destroy();
		try {
			this.postgres.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
