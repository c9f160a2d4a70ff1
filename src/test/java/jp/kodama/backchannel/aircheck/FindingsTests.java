package jp.kodama.backchannel.aircheck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.backchannel.recording.Recordings;
import jp.kodama.backchannel.settings.BackchannelSettings;
import jp.kodama.backchannel.settings.BackchannelSettings.AirCheck;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.DeliveryBoard;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.PathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** What was not heard, and what follows, are written down in one commit. */
class FindingsTests {

	private final SingleConnectionDataSource store = new SingleConnectionDataSource("jdbc:sqlite::memory:", true);

	private final Alert alert = SampleAlerts.fresh(SampleAlerts.evacuation());

	private final Delivery delivery = new Delivery("one.radio.0", this.alert.identifier(), "radio", "0", false, 1);

	private final CheckTable table = new CheckTable(JdbcClient.create(this.store));

	private final AlertJournal journal = mock(AlertJournal.class);

	private final BackchannelSettings settings = new BackchannelSettings(Map.of(),
			mock(BackchannelSettings.Segments.class), mock(BackchannelSettings.Transcripts.class),
			new AirCheck(Duration.ofSeconds(60), "repeat", "alarm"));

	private final Findings findings = new Findings(this.table, this.settings, mock(Recordings.class),
			mock(DeliveryBoard.class), new TransactionTemplate(new DataSourceTransactionManager(this.store)),
			new Aftermath(this.table, this.settings, this.journal, Clock.systemUTC()));

	@BeforeEach
	void airedAndWaitedForAtTwoMonitors() {
		new ResourceDatabasePopulator(new PathResource("src/main/resources/db/migration/V20__air_check.sql"))
			.execute(this.store);
		this.table.insert(this.delivery, "hill", Instant.now());
		this.table.insert(this.delivery, "school", Instant.now());
		JournalEntry entry = mock(JournalEntry.class);
		when(entry.alert()).thenReturn(this.alert);
		when(this.journal.find(anyString())).thenReturn(Optional.of(entry));
	}

	@Test
	void whatTheLastMonitorDidNotHearIsFollowed() {
		write("hill", Check.State.HEARD);
		assertThat(this.table.following()).isEmpty();
		write("school", Check.State.NOT_HEARD);
		assertThat(this.table.following()).containsExactly(Map.entry(this.alert.identifier(), "radio"));
	}

	@Test
	void whereItFailsBetweenNothingIsWrittenAndItIsFoundAgain() {
		write("hill", Check.State.HEARD);
		Optional<JournalEntry> entry = this.journal.find(this.alert.identifier());
		when(this.journal.find(anyString())).thenThrow(new IllegalStateException("the store is gone"))
			.thenReturn(entry);
		assertThatIllegalStateException().isThrownBy(() -> write("school", Check.State.NOT_HEARD));
		assertThat(this.table.waiting()).extracting(Check::monitor).containsExactly("school");
		write("school", Check.State.NOT_HEARD);
		assertThat(this.table.following()).hasSize(1);
	}

	@Test
	void aMonitorThatDidNotListenDoesNotHideWhatAnotherDidNotHear() {
		write("hill", Check.State.NOT_HEARD);
		assertThat(this.table.following()).as("the other may still tell").isEmpty();
		write("school", Check.State.UNCHECKED);
		assertThat(this.table.following()).hasSize(1);
	}

	@Test
	void whereNoMonitorListenedNothingIsRepeated() {
		write("hill", Check.State.UNCHECKED);
		write("school", Check.State.UNCHECKED);
		assertThat(this.table.following()).isEmpty();
	}

	private void write(String monitor, Check.State state) {
		this.findings.write(this.table.of(this.delivery.id(), 1)
			.stream()
			.filter((one) -> one.monitor().equals(monitor))
			.findFirst()
			.orElseThrow()
			.with(state, 0, "", ""));
	}

}
