package jp.kodama.channel.sms.provider;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts leave at the pace that a provider allows; the test's own clock goes along. */
class PaceTests {

	private static final long SECOND = 1_000_000_000L;

	private long now = 5 * SECOND;

	@Test
	void aThousandTextsAtFiveHundredASecondTakeTwoSeconds() {
		Pace pace = new Pace(500, () -> this.now);
		for (int i = 0; i < 1000; i++) {
			this.now += pace.take(1);
		}
		assertThat(this.now - 5 * SECOND).isBetween(2 * SECOND - 50_000_000, 2 * SECOND);
	}

	@Test
	void noSecondHasMoreThanItsShareEvenAfterARest() {
		Pace pace = new Pace(100, () -> this.now);
		pace.take(1);
		this.now += 60 * SECOND;
		long begin = this.now;
		int sent = 0;
		while (this.now - begin < SECOND) {
			this.now += pace.take(1);
			sent++;
		}
		assertThat(sent).isLessThanOrEqualTo(102);
	}

	@Test
	void aLongTextCountsForItsParts() {
		Pace pace = new Pace(10, () -> this.now);
		pace.take(5);
		assertThat(pace.free()).isBetween(SECOND / 2 - 20_000_000, SECOND / 2);
	}

	@Test
	void aProviderThatNamesATimeIsLeftAloneThatLong() {
		Pace pace = new Pace(0, () -> this.now);
		assertThat(pace.refused(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
		assertThat(pace.free()).isEqualTo(7 * SECOND);
	}

	@Test
	void oneThatNamesNoneIsLeftAloneForLongerEachTimeInARow() {
		Pace pace = new Pace(0, () -> this.now);
		Duration first = pace.refused(Duration.ZERO);
		Duration second = pace.refused(Duration.ZERO);
		assertThat(second).isEqualTo(first.multipliedBy(2));
		pace.taken();
		assertThat(pace.refused(Duration.ZERO)).isEqualTo(first);
	}

}
