package jp.kodama.delivery;

import java.time.Clock;
import java.util.List;

import jp.kodama.alert.AlertJournal;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** What channels put out again is queued beside all that is due. */
class EncoresTests {

	@Test
	void oneThatCannotTellWhatIsDueHoldsUpNothing() {
		Encore broken = mock(Encore.class);
		Encore other = mock(Encore.class);
		when(broken.due()).thenThrow(new IllegalStateException("a row that cannot be read"));
		Encore.Repeat repeat = new Encore.Repeat("17461-1", "radio", "again-1").dropped();
		when(other.due()).thenReturn(List.of(repeat));
		Encores encores = new Encores(List.of(broken, other), mock(AlertJournal.class), mock(Channels.class),
				mock(OutboxTable.class), TransactionOperations.withoutTransaction(), Clock.systemUTC());
		assertThat(encores.due()).isEmpty();
		verify(other).taken(repeat);
	}

}
