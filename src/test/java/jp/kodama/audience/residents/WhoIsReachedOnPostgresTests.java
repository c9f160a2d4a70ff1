package jp.kodama.audience.residents;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jp.kodama.audience.Townsfolk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same on PostgreSQL. */
@SuppressWarnings("NullAway.Init") // start() sets it
class WhoIsReachedOnPostgresTests extends WhoIsReachedTests {

	private static EmbeddedPostgres postgres;

	@BeforeAll
	static void start() throws IOException {
		postgres = EmbeddedPostgres.start();
	}

	@Override
	Townsfolk town() {
		return Townsfolk.on(postgres.getPostgresDatabase());
	}

	@AfterAll
	static void stop() throws IOException {
		postgres.close();
	}

}
