package jp.kodama.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.audience.Audience;
import jp.kodama.audience.Recipient;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * An evacuation order for 4,200 residents is queued part by part, and the engine dies
 * among them.
 */
class FanOutTests {

	private static final Alert ALERT = SampleAlerts.evacuation();

	@TempDir
	Path folder;

	private final SQLiteDataSource source = new SQLiteDataSource();

	private final Audience audience = mock(Audience.class);

	private List<Recipient> residents = residents(4200);

	@BeforeEach
	void store() {
		this.source.setUrl("jdbc:sqlite:" + this.folder.resolve("kodama.db"));
		Flyway.configure().dataSource(this.source).load().migrate();
		when(this.audience.of(any(), anyString(), anyBoolean())).thenAnswer((call) -> this.residents);
		jdbc().sql("INSERT INTO fan_out (alert, done) VALUES (?, 0)").param(ALERT.identifier()).update();
	}

	@Test
	void theFirstIsAnnouncedBeforeTheLastIsQueued() {
		Iterator<Announcement> parts = start("node-1").deliveriesOf(ALERT.identifier()).iterator();
		assertThat(parts.next().delivery()).endsWith(".email.0");
		assertThat(queued()).hasSize(1000);
		parts.forEachRemaining((one) -> {
		});
		assertThat(queued()).hasSize(4200).doesNotHaveDuplicates();
		assertThat(start("node-1").forgotten()).isEmpty();
	}

	@Test
	void afterACrashItGoesOnWhereItStoppedThoughResidentsCameAndWentMeanwhile() {
		start("node-1").deliveriesOf(ALERT.identifier()).iterator().next();
		this.residents = new ArrayList<>(residents(4300));
		this.residents.remove(0);
		FanOut restarted = start("node-1");
		assertThat(restarted.forgotten()).containsExactly(ALERT.identifier());
		List<Announcement> rest = new ArrayList<>();
		restarted.deliveriesOf(ALERT.identifier()).forEach(rest::add);
		assertThat(rest.get(0).delivery()).endsWith(".email.2");
		assertThat(queued()).hasSize(4300).doesNotHaveDuplicates();
		assertThat(restarted.forgotten()).isEmpty();
	}

	@Test
	void nobodyElseBeginsWhatOneIsAt() {
		FanOut first = start("node-1");
		Iterator<Announcement> parts = first.deliveriesOf(ALERT.identifier()).iterator();
		parts.next();
		assertThat(first.forgotten()).isEmpty();
		assertThat(first.deliveriesOf(ALERT.identifier())).isEmpty();
		FanOut other = start("node-2");
		assertThat(other.forgotten()).isEmpty();
		assertThat(other.deliveriesOf(ALERT.identifier())).isEmpty();
		parts.forEachRemaining((one) -> {
		});
		assertThat(queued()).hasSize(4200).doesNotHaveDuplicates();
	}

	private FanOut start(String node) {
		LiveChannel email = LiveChannel.of("email", "smtp://127.0.0.1:9", "", Map.of());
		AlertJournal journal = mock(AlertJournal.class);
		when(journal.find(ALERT.identifier()))
			.thenReturn(java.util.Optional.of(new JournalEntry(ALERT, State.RELEASED, "test", null, Instant.EPOCH)));
		JdbcTemplate template = new JdbcTemplate(this.source);
		OutboxTable outbox = new OutboxTable(jdbc(), new TargetTable(jdbc(), template));
		return new FanOut(new Planner(journal, this.audience, email.channels()), new FanOutTable(jdbc(), node), outbox,
				new TransactionTemplate(new DataSourceTransactionManager(this.source)),
				Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));
	}

	private JdbcClient jdbc() {
		return JdbcClient.create(this.source);
	}

	private List<Long> queued() {
		return jdbc().sql("SELECT recipient FROM delivery_target").query(Long.class).list();
	}

	private static List<Recipient> residents(int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((id) -> new Recipient(id, "email", "r" + id + "@anamizu.test", "ja", "", false))
			.toList();
	}

}
