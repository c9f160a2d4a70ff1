package jp.kodama.receipt;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody edits the evidence in the database file; the chain tells where. */
class AuditTrailTests {

	@TempDir
	Path folder;

	private JdbcClient jdbc;

	private AuditTrail trail;

	@BeforeEach
	void fiveThingsHappened() {
		SQLiteDataSource source = new SQLiteDataSource();
		source.setUrl("jdbc:sqlite:" + this.folder.resolve("kodama.db"));
		Flyway.configure().dataSource(source).load().migrate();
		this.jdbc = JdbcClient.create(source);
		this.trail = new AuditTrail(this.jdbc);
		for (int i = 1; i <= 5; i++) {
			this.trail.append("officer", "alert.RELEASED", "17461-" + i, "", Instant.EPOCH.plusSeconds(i));
		}
	}

	@Test
	void anUntouchedChainHolds() {
		assertThat(this.trail.verify()).isEmpty();
	}

	@Test
	void aChangedRowIsNamed() {
		this.jdbc.sql("UPDATE audit SET actor = 'nobody' WHERE number = 3").update();
		assertThat(this.trail.verify()).containsExactly("row 3 was changed (17461-3)");
	}

	@Test
	void aRemovedRowIsNamed() {
		this.jdbc.sql("DELETE FROM audit WHERE number = 3").update();
		assertThat(this.trail.verify()).containsExactly("rows 3 to 3 are missing");
	}

	@Test
	void rowsCutOffAtTheEndAreNamed() {
		this.jdbc.sql("DELETE FROM audit WHERE number >= 4").update();
		assertThat(this.trail.verify()).containsExactly("rows 4 to 5 are missing at the end");
	}

	@Test
	void rowsAddedBehindTheEndAreNamed() {
		AuditEntry last = this.trail.latest(1).get(0);
		AuditEntry forged = AuditEntry.after(6, last.hash(), Instant.EPOCH,
				new AuditEntry.Event("officer", "alert.CANCELLED", "17461-5", ""));
		this.jdbc
			.sql("INSERT INTO audit (number, at, actor, action, subject, detail, previous, hash) "
					+ "VALUES (6, 0, 'officer', 'alert.CANCELLED', '17461-5', '', ?, ?)")
			.params(forged.previous(), forged.hash())
			.update();
		assertThat(this.trail.verify()).containsExactly("rows 6 to 6 were added after the end");
	}

	@Test
	void swappedRowsAreNamed() {
		this.jdbc.sql("UPDATE audit SET number = -2 WHERE number = 2").update();
		this.jdbc.sql("UPDATE audit SET number = 2 WHERE number = 3").update();
		this.jdbc.sql("UPDATE audit SET number = 3 WHERE number = -2").update();
		List<String> faults = this.trail.verify();
		assertThat(faults).anyMatch((fault) -> fault.startsWith("row 2 does not follow row 1"))
			.anyMatch((fault) -> fault.startsWith("row 3"));
	}

	@Test
	void aRowRewrittenWithAFittingHashBreaksTheNext() {
		AuditEntry second = this.trail.latest(5).get(3);
		AuditEntry forged = AuditEntry.after(2, second.previous(), second.at(),
				new AuditEntry.Event("officer", "alert.CANCELLED", "17461-2", ""));
		this.jdbc.sql("UPDATE audit SET action = ?, hash = ? WHERE number = 2")
			.params(forged.event().action(), forged.hash())
			.update();
		assertThat(this.trail.verify()).containsExactly("row 3 does not follow row 2: moved or replaced");
	}

}
