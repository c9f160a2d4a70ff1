package jp.kodama.channel.sms.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A provider fails, is slow, recovers; a clock of the test's own goes along. */
class HealthTests {

	private static final Duration QUICK = Duration.ofMillis(100);

	private static final Health.Rules RULES = new Health.Rules(20, 16, Duration.ofSeconds(5), Duration.ofSeconds(30),
			Duration.ofMinutes(10), Duration.ofSeconds(10));

	private final Ticking clock = new Ticking();

	private final Health health = new Health(RULES, this.clock);

	@Test
	void aFewFaultsAmongManyAnswersChangeNothing() {
		for (int i = 0; i < 1000; i++) {
			this.health.answered((i % 3 == 0) ? Lead.RETRY : Lead.TAKEN, QUICK);
		}
		assertThat(this.health.state()).isEqualTo(Health.State.UP);
	}

	@Test
	void halfOfTheAnswersBeingFaultsIsEnough() {
		for (int i = 0; i < 6; i++) {
			this.health.answered((i % 2 == 0) ? Lead.SILENT : Lead.TAKEN, QUICK);
		}
		assertThat(this.health.state()).isEqualTo(Health.State.DOWN);
		assertThat(this.health.admits()).isFalse();
	}

	@Test
	void slowAnswersAreFaults() {
		for (int i = 0; i < 5; i++) {
			this.health.answered(Lead.TAKEN, Duration.ofSeconds(6));
		}
		assertThat(this.health.state()).isEqualTo(Health.State.DOWN);
	}

	@Test
	void refusedNumbersAndOurOwnPaceAreNoFaults() {
		for (int i = 0; i < 100; i++) {
			this.health.answered((i % 2 == 0) ? Lead.FINAL : Lead.NEXT, QUICK);
		}
		assertThat(this.health.state()).isEqualTo(Health.State.UP);
	}

	@Test
	void aClosedAccountIsLeftAtOnce() {
		this.health.answered(Lead.ALARM, QUICK);
		assertThat(this.health.state()).isEqualTo(Health.State.DOWN);
	}

	@Test
	void itComesBackBitByBit() {
		this.health.answered(Lead.ALARM, QUICK);
		this.clock.pass(Duration.ofSeconds(29));
		assertThat(admitted(100)).isZero();
		this.clock.pass(Duration.ofSeconds(1));
		int before = 0;
		for (int share : new int[] { 16, 8, 4, 2, 1 }) {
			int now = admitted(160);
			assertThat(now).isEqualTo(160 / share).isGreaterThan(before);
			before = now;
			this.clock.pass(RULES.step());
			this.health.answered(Lead.TAKEN, QUICK);
		}
		assertThat(this.health.state()).isEqualTo(Health.State.UP);
	}

	@Test
	void oneThatFailsAndRecoversInTurnsIsLeftAloneForLongerAndLonger() {
		Instant begin = this.clock.instant();
		int changes = run(Duration.ofHours(6),
				() -> Duration.between(begin, this.clock.instant()).toSeconds() / 40 % 2 == 0);
		// Five doublings of half a minute, then at most once in ten minutes.
		assertThat(changes).isLessThanOrEqualTo(2 * (5 + 6 * 6));
	}

	@Test
	void oneThatStaysWellIsForgiven() {
		this.health.answered(Lead.ALARM, QUICK);
		run(Duration.ofMinutes(30), () -> true);
		assertThat(this.health.state()).isEqualTo(Health.State.UP);
		this.health.answered(Lead.ALARM, QUICK);
		this.clock.pass(Duration.ofSeconds(30));
		assertThat(this.health.admits()).isTrue();
	}

	/** Ten texts a second; how often it went down or came back altogether. */
	private int run(Duration time, BooleanSupplier well) {
		int changes = 0;
		Health.State before = this.health.state();
		Instant end = this.clock.instant().plus(time);
		while (this.clock.instant().isBefore(end)) {
			this.clock.pass(QUICK);
			if (this.health.admits()) {
				this.health.answered(well.getAsBoolean() ? Lead.TAKEN : Lead.RETRY, QUICK);
			}
			Health.State now = this.health.state();
			if (now != before && now != Health.State.RETURNING) {
				changes++;
			}
			before = now;
		}
		return changes;
	}

	private int admitted(int texts) {
		int admitted = 0;
		for (int i = 0; i < texts; i++) {
			admitted += this.health.admits() ? 1 : 0;
		}
		return admitted;
	}

	/** Stands still unless told to go on. */
	private static final class Ticking extends Clock {

		private Instant now = Instant.parse("2026-05-12T04:05:00Z");

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
