package jp.kodama.policy.hold;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Handling;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.policy.Policy;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody decides, and the clock says so. */
@KodamaTest
@TestPropertySource(properties = "kodama.held-every=600000")
@DirtiesContext
class HeldClockTests {

	@Autowired
	AlertJournal journal;

	@Autowired
	Policy policy;

	@Autowired
	Clock clock;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private Alert alert = SampleAlerts.drill();

	@BeforeEach
	void somethingIsHeld() {
		this.journal.in(State.PENDING_APPROVAL)
			.forEach((one) -> this.journal.move(one.alert().identifier(), State.DISCARDED, "test", ""));
		this.alert = SampleAlerts.fresh(SampleAlerts.drill());
		this.journal.enter(this.alert, State.PENDING_APPROVAL, Policy.ACTOR);
	}

	@Test
	void itWaitsSinceItCameInAndAlarmsEveryFiveMinutes() {
		assertThat(held(Duration.ofMinutes(4))).singleElement().matches((one) -> !one.alarming());
		assertThat(held(Duration.ofMinutes(6))).singleElement().matches((one) -> one.alarms() == 1);
		assertThat(held(Duration.ofMinutes(11))).singleElement()
			.matches((one) -> one.alarms() == 2 && one.waited().toMinutes() == 11);
	}

	@Test
	void whatAnOfficerWroteIsNotOnThisClock() {
		Alert own = SampleAlerts.fresh(SampleAlerts.drill());
		this.journal.enter(own, State.PENDING_APPROVAL, "officer");
		assertThat(held(Duration.ofHours(1))).extracting((one) -> one.entry().alert()).containsExactly(this.alert);
	}

	@Test
	void whatASourceBroughtWithoutATelegramIsOnItToo() {
		Alert drill = SampleAlerts.fresh(SampleAlerts.drill());
		Alert mail = new Alert(drill.key(), drill.status(), drill.msgType(), Handling.from("mail"), drill.references(),
				drill.infos());
		this.journal.enter(mail, State.PENDING_APPROVAL, "mail");
		assertThat(held(Duration.ofHours(1))).extracting((one) -> one.entry().alert().identifier())
			.containsExactlyInAnyOrder(this.alert.identifier(), mail.identifier());
	}

	@Test
	void eachAlarmIsCountedOnceAndTheFiguresSayHowLong() {
		HeldClock early = clock(Duration.ofMinutes(6));
		early.ring();
		early.ring();
		assertThat(this.meters.counter("kodama.held.alarms").count()).isEqualTo(1);
		assertThat(this.meters.get("kodama.held.waiting").gauge().value()).isEqualTo(1);
		assertThat(this.meters.get("kodama.held.oldest.seconds").gauge().value()).isGreaterThanOrEqualTo(360);
		this.journal.move(this.alert.identifier(), State.DISCARDED, "deputy", "不要");
		early.ring();
		assertThat(this.meters.get("kodama.held.waiting").gauge().value()).isZero();
	}

	@Test
	void whatNobodyDecidesInTimeEndsAndIsSaidToHave() {
		clock(Duration.ofDays(30)).ring();
		assertThat(this.journal.find(this.alert.identifier())).get()
			.extracting(JournalEntry::state)
			.isEqualTo(State.EXPIRED);
	}

	private List<Held> held(Duration later) {
		return new HeldAlerts(this.journal, this.policy, Clock.offset(this.clock, later)).waiting();
	}

	private HeldClock clock(Duration later) {
		Clock then = Clock.offset(this.clock, later);
		return new HeldClock(new HeldAlerts(this.journal, this.policy, then), this.journal, this.meters, then);
	}

}
