package jp.kodama.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * A released alert that no deliveries can be made of: its row cannot be read any more.
 */
class DueTests {

	private static final Announcement GOOD = new Announcement("good/pager/0", "pager", "urgent");

	private final FanOut fanOut = mock(FanOut.class);

	private final Clock clock = mock(Clock.class);

	private final Due due = new Due(this.fanOut, mock(Encores.class), mock(OutboxTable.class),
			TransactionOperations.withoutTransaction(), this.clock);

	private Instant now = Instant.parse("2026-06-01T00:00:00Z");

	@BeforeEach
	void oneIsBroken() {
		when(this.clock.instant()).thenAnswer((call) -> this.now);
		when(this.clock.getZone()).thenReturn(ZoneOffset.UTC);
		when(this.fanOut.forgotten()).thenReturn(List.of("broken", "good"));
		when(this.fanOut.deliveriesOf("broken")).thenThrow(new IllegalStateException("no JSON"));
		when(this.fanOut.deliveriesOf("good")).thenReturn(List.of(GOOD));
	}

	@Test
	void itHoldsUpNobody() {
		assertThat(this.due.again()).containsExactly(GOOD);
	}

	@Test
	void itIsTriedLessAndLessOftenAndNotFourTimesASecond() {
		pass(Duration.ofSeconds(10));
		verify(this.fanOut, atLeast(3)).deliveriesOf("broken");
		verify(this.fanOut, atMost(6)).deliveriesOf("broken");
		pass(Duration.ofHours(1));
		verify(this.fanOut, atLeast(50)).deliveriesOf("broken");
		verify(this.fanOut, atMost(70)).deliveriesOf("broken");
	}

	@Test
	void onceItCanBeReadItGoesOutAndTheNextTroubleIsToldOfAtOnce() {
		pass(Duration.ofSeconds(30));
		when(this.fanOut.forgotten()).thenReturn(List.of());
		this.due.again();
		FanOut counted = this.fanOut;
		org.mockito.Mockito.clearInvocations(counted);
		when(this.fanOut.forgotten()).thenReturn(List.of("broken"));
		this.due.again();
		verify(counted, times(1)).deliveriesOf(any());
	}

	private void pass(Duration time) {
		Instant end = this.now.plus(time);
		while (this.now.isBefore(end)) {
			this.due.again();
			this.now = this.now.plusMillis(250);
		}
	}

}
