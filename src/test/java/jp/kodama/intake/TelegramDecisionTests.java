package jp.kodama.intake;

import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.policy.Decision;
import jp.kodama.policy.Decision.Rated;
import jp.kodama.policy.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a telegram leads to in 穴水町, and why. */
class TelegramDecisionTests {

	@ParameterizedTest(name = "{0}: {1} {2}, {3}")
	@CsvSource({ "tsunami-major, AUTO, Alert, tsunami-major", "tsunami-warning, AUTO, Alert, tsunami",
			"tsunami-raised, AUTO, Update, tsunami-major", "tsunami-lowered, AUTO, Update, tsunami-advisory",
			"tsunami-lifted, AUTO, Cancel, lifted", "tsunami-slight-change, AUTO, Cancel, lifted",
			"tsunami-withdrawn, AUTO, Cancel, lifted", "tsunami-unknown-code, HOLD, Alert, ''",
			"tsunami-elsewhere, IGNORE, Alert, ''", "shift-jis, AUTO, Alert, tsunami-major",
			"eew-warning, AUTO, Alert, eew", "eew-forecast, RECORD, Alert, ''",
			"eew-distribution-test, RECORD, Alert, ''", "intensity-6-lower, AUTO, Alert, chime",
			"intensity-4, RECORD, Alert, ''", "hypocentre, HOLD, Alert, ''", "hypocentre-no-report, HOLD, Alert, ''",
			"rain-special-old, AUTO, Alert, chime", "rain-special, AUTO, Update, chime",
			"rain-level4, AUTO, Update, chime", "rain-level3, HOLD, Alert, ''", "rain-lowered, AUTO, Cancel, chime",
			"rain-lifted, AUTO, Cancel, chime", "landslide-level4, AUTO, Alert, chime",
			"landslide-old, AUTO, Alert, chime", "storm-special, AUTO, Alert, chime",
			"nothing-in-force, IGNORE, Alert, ''", "thunder, RECORD, Alert, ''", "thunder-lifted, RECORD, Alert, ''",
			"weather-unknown-code, HOLD, Alert, ''", "river-level5, AUTO, Alert, chime",
			"river-level5-no-towns, HOLD, Alert, ''", "river-level5-elsewhere, IGNORE, Alert, ''",
			"record-rain-twin-old, AUTO, Alert, chime", "record-rain-twin-new, AUTO, Alert, chime",
			"heat, HOLD, Alert, ''", "heat-elsewhere, IGNORE, Alert, ''", "nankai, HOLD, Alert, ''",
			"volcano, AUTO, Alert, chime", "unknown-title-ours, HOLD, Alert, ''",
			"unknown-title-elsewhere, RECORD, Alert, ''", "cap-ours, HOLD, Alert, ''",
			"cap-elsewhere, IGNORE, Alert, ''" })
	void eachTelegramLeadsToWhatTheTablesSay(String name, String verdict, String msgType, String sound) {
		Explanation explanation = Telegrams.explain(name);
		assertThat(explanation.json()).containsEntry("decision", verdict).containsEntry("msgType", msgType);
		assertThat(explanation.decision().sound()).isEqualTo(sound);
		assertThat(explanation.decision().reason()).isNotBlank();
		assertThat(explanation.channels()).hasSize(explanation.decision().verdict().alerts() ? 2 : 0);
	}

	@Test
	void theBodyIsBelievedBeforeTheHeadline() {
		Decision decision = Telegrams.explain("tsunami-major").decision();
		assertThat(decision.kinds()).containsExactly(new Rated("53", "大津波警報", null));
		assertThat(decision.areas()).containsExactly("石川県能登");
	}

	@Test
	void aLevelIsNamedWhereTheLawGivesOne() {
		assertThat(Telegrams.explain("river-level5").decision().kinds()).extracting(Rated::level).containsExactly(5);
		assertThat(Telegrams.explain("storm-special").decision().kinds()).extracting(Rated::level)
			.containsExactly((Integer) null);
	}

	@Test
	void aTownIsNotHeldToWhatOnlyItsNeighbourIsWarnedOf() {
		assertThat(Telegrams.explain("17207", "rain-special-old").decision().verdict()).isEqualTo(Verdict.IGNORE);
		assertThat(Telegrams.explain("17207", "tsunami-major").decision().verdict()).isEqualTo(Verdict.AUTO);
	}

	@Test
	void aTownWhoseCoastNobodyFilledInIsNeverIgnored() {
		Decision decision = Telegrams.explain("13101", "tsunami-major").decision();
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.reason()).contains("要設定", "津波予報区", "municipalities.csv");
		assertThat(Telegrams.explain("17212", "tsunami-major").decision().verdict()).isEqualTo(Verdict.IGNORE);
	}

	@Test
	void aDrillIsDecidedLikeTheRealOneAndStaysADrill() {
		Explanation drill = Telegrams.explain("tsunami-drill");
		assertThat(drill.json()).containsEntry("status", "Exercise").containsEntry("decision", "AUTO");
		assertThat(drill.decision().reason()).contains("訓練");
		assertThat(Telegrams.explain("tsunami-test").json()).containsEntry("status", "Test");
	}

	@Test
	void aTelegramOlderThanItsKindAllowsIsOnlyRecorded() {
		Decision decision = at("tsunami-major", "2026-06-01T13:00:01+09:00");
		assertThat(decision.verdict()).isEqualTo(Verdict.RECORD);
		assertThat(decision.reason()).startsWith("古い電文");
		assertThat(decision.parts()).isEmpty();
		assertThat(at("eew-warning", "2026-06-01T10:02:30+09:00").verdict()).isEqualTo(Verdict.RECORD);
	}

	@Test
	void anAllClearIsStillToldHoursLater() {
		assertThat(at("tsunami-lifted", "2026-06-02T20:00:00+09:00").verdict()).isEqualTo(Verdict.AUTO);
	}

	@Test
	void aTelegramFromTheFutureNeedsAnOfficer() {
		assertThat(at("tsunami-major", "2026-06-01T09:30:00+09:00").verdict()).isEqualTo(Verdict.HOLD);
	}

	@Test
	void everyFamilyOfHazardsInATelegramIsItsOwnMatter() {
		List<Decision.Part> parts = Telegrams.explain("rain-special-old").decision().parts();
		assertThat(parts).extracting((part) -> part.hazard().id()).containsExactly("rain-5", "flood");
		assertThat(parts).extracting(Decision.Part::verdict).containsExactly(Verdict.AUTO, Verdict.HOLD);
	}

	private static Decision at(String name, String time) {
		return Telegrams.policy("17461").decide(Telegrams.bulletin(name), OffsetDateTime.parse(time));
	}

}
