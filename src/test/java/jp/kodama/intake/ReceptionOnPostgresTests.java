package jp.kodama.intake;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;

/** The same on PostgreSQL, where nothing else keeps copies that arrive at once apart. */
@SuppressWarnings("NullAway.Init") // store() sets it
class ReceptionOnPostgresTests extends ReceptionTests {

	private EmbeddedPostgres postgres;

	@Override
	String store() throws IOException {
		this.postgres = EmbeddedPostgres.start();
		return "--spring.datasource.url=" + this.postgres.getJdbcUrl("postgres", "postgres");
	}

	@Override
	@AfterAll
	void stop() throws IOException {
		super.stop();
		this.postgres.close();
	}

}
