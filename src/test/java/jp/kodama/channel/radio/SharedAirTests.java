package jp.kodama.channel.radio;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

import jp.kodama.alert.Alert;
import jp.kodama.testing.SampleAlerts;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** Two nodes have one loudspeaker: one voice at a time, the graver first. */
class SharedAirTests {

	private static final String LINE = "sip:town@192.0.2.20";

	@TempDir
	Path folder;

	private volatile Instant now = Instant.parse("2026-05-12T03:00:00Z");

	private LeaseTable table;

	private SharedAir first;

	private SharedAir second;

	@BeforeEach
	void twoNodesOneStore() {
		SQLiteDataSource source = new SQLiteDataSource();
		source.setUrl("jdbc:sqlite:" + this.folder.resolve("kodama.db"));
		Flyway.configure().dataSource(source).load().migrate();
		this.table = new LeaseTable(JdbcClient.create(source));
		TransactionOperations transactions = new TransactionTemplate(new JdbcTransactionManager(source));
		InstantSource time = () -> this.now;
		Clock clock = time.withZone(ZoneOffset.UTC);
		this.first = new SharedAir(this.table, transactions, clock, "first");
		this.second = new SharedAir(this.table, transactions, clock, "second");
	}

	@AfterEach
	void stop() {
		this.first.close();
		this.second.close();
	}

	@Test
	void whatComesToTheOtherNodeWaitsUntilTheLineIsFree() throws Exception {
		Turn notice = lines(this.first).enter(LINE, SampleAlerts.evacuation());
		CompletableFuture<Turn> other = enters(lines(this.second));
		await().until(() -> {
			this.first.renew();
			return this.first.wanted(LINE) < Integer.MAX_VALUE;
		});
		assertThat(other).isNotDone();
		assertThat(notice.mayGoOn()).as("an equal does not break in").isTrue();
		notice.close();
		assertThat(other.get().mayGoOn()).isTrue();
		assertThat(this.first.take(LINE, 3)).isFalse();
	}

	@Test
	void theGraverOnTheOtherNodeBreaksIn() {
		assertThat(this.first.take(LINE, 7)).isTrue();
		assertThat(this.second.take(LINE, 2)).isFalse();
		this.first.renew();
		assertThat(this.first.wanted(LINE)).isEqualTo(2);
		this.first.leave(LINE);
		assertThat(this.first.take(LINE, 7)).as("it waits for its turn again").isFalse();
		assertThat(this.second.take(LINE, 2)).isTrue();
		this.second.leave(LINE);
		assertThat(this.first.take(LINE, 7)).isTrue();
	}

	@Test
	void whoWaitsNoLongerHoldsUpNobody() {
		this.first.take(LINE, 7);
		this.second.take(LINE, 2);
		this.first.leave(LINE);
		this.now = this.now.plusSeconds(4);
		assertThat(this.first.take(LINE, 7)).isTrue();
	}

	/** The renewal runs on a thread of its own and may come last. */
	@Test
	void aRenewalThatComesAfterTheEndHoldsUpNobody() {
		this.first.take(LINE, 7);
		this.first.leave(LINE);
		this.table.renew(LINE, "first", this.now.plusSeconds(10));
		assertThat(this.second.take(LINE, 7)).isTrue();
	}

	@Test
	void aNodeThatIsGoneLosesTheLine() {
		this.first.take(LINE, 2);
		this.first.close();
		assertThat(this.second.take(LINE, 7)).isFalse();
		this.now = this.now.plusSeconds(11);
		assertThat(this.second.take(LINE, 7)).isTrue();
	}

	@Test
	void aStoreThatFailsSilencesNobody() {
		LeaseTable broken = mock(LeaseTable.class);
		when(broken.take(LINE, "third", 2, this.now, this.now.plusSeconds(10)))
			.thenThrow(new IllegalStateException("the disk is full"));
		try (SharedAir third = new SharedAir(broken, TransactionOperations.withoutTransaction(),
				Clock.fixed(this.now, ZoneOffset.UTC), "third")) {
			assertThat(third.take(LINE, 2)).isTrue();
		}
	}

	private static Lines lines(AirLease lease) {
		return new Lines(AirOrder.ALIKE, lease);
	}

	private static CompletableFuture<Turn> enters(Lines lines) {
		Alert alert = SampleAlerts.evacuation();
		return CompletableFuture.supplyAsync(() -> {
			try {
				return lines.enter(LINE, alert);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

}
