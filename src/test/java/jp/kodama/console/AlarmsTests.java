package jp.kodama.console;

import java.time.Duration;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.State;
import jp.kodama.intake.source.SourceHeardAgain;
import jp.kodama.intake.source.SourceSilent;
import jp.kodama.policy.Policy;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What rings, and for how long somebody's having seen it counts. */
@KodamaTest
class AlarmsTests {

	@Autowired
	Alarms alarms;

	@Autowired
	AlertJournal journal;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	JdbcClient jdbc;

	@Test
	void whatWasSeenRingsAgainWhenItsClockRunsOutAgain() {
		Alert alert = SampleAlerts.fresh(SampleAlerts.tsunami());
		this.journal.enter(alert, State.PENDING_APPROVAL, Policy.ACTOR);
		String id = "held/" + alert.identifier();
		assertThat(find(id).loud()).isFalse();
		assertThat(this.alarms.seen("officer", id)).isTrue();
		assertThat(find(id).seen()).hasValueSatisfying((seen) -> assertThat(seen.officer()).isEqualTo("officer"));
		this.jdbc.sql("UPDATE alert SET since = since - 300000 WHERE identifier = ?")
			.param(alert.identifier())
			.update();
		assertThat(find(id).loud()).isTrue();
		// Both clocks moved: it was seen five minutes ago, and has rung since.
		this.jdbc.sql("UPDATE alarm_seen SET at = at - 300000 WHERE alarm = ?").param(id).update();
		assertThat(find(id).seen()).isEmpty();
		this.journal.move(alert.identifier(), State.DISCARDED, "officer", "");
		assertThat(this.alarms.now()).extracting(Alarm::id).doesNotContain(id);
		assertThat(this.alarms.seen("officer", id)).isFalse();
	}

	@Test
	void aDrillThatWaitsIsSaidToBeADrill() {
		Alert drill = SampleAlerts.fresh(SampleAlerts.drill());
		this.journal.enter(drill, State.PENDING_APPROVAL, Policy.ACTOR);
		assertThat(find("held/" + drill.identifier()).words().japanese()).contains("：【訓練】津波警報");
		assertThat(find("held/" + drill.identifier()).words().english()).startsWith("DRILL");
		this.journal.move(drill.identifier(), State.DISCARDED, "officer", "");
	}

	@Test
	void aSourceThatIsHeardAgainRingsNoMore() {
		this.events.publishEvent(new SourceSilent("nobody", Duration.ofMinutes(3)));
		assertThat(this.alarms.now()).extracting(Alarm::id).doesNotContain("source/nobody");
		this.events.publishEvent(new SourceHeardAgain("nobody"));
	}

	private Alarm find(String id) {
		List<Alarm> found = this.alarms.now().stream().filter((one) -> one.id().equals(id)).toList();
		assertThat(found).hasSize(1);
		return found.get(0);
	}

}
