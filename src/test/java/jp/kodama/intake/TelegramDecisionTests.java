package jp.kodama.intake;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Decision.Rated;
import jp.kodama.policy.verdict.Verdict;
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

	@Test
	void anAreaInACodeSystemNobodyHasHeardOfIsHeldForThoseItsOfficeServes() {
		Bulletin strange = mended("rain-special", "気象・地震・火山情報／市町村等", "気象・地震・火山情報／市町村等（Ｒ０９）", "<Code>1746100</Code>",
				"<Code>174610000</Code>", "気象情報／府県予報区・細分区域等", "府県予報区（Ｒ０９）", "<Code>170021</Code>", "<Code>17002</Code>",
				"<Code>170000</Code>", "<Code>17000</Code>", "<Code>1720700</Code>", "<Code>172070000</Code>");
		Decision ours = decide("17461", strange);
		assertThat(ours.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(ours.reason()).contains("要確認", "ALARM");
		assertThat(decide("32526", strange).verdict()).isEqualTo(Verdict.RECORD);
	}

	@Test
	void aTitleOfTheNewSeriesNotSeenBeforeIsReadByTheCommonCodes() {
		Decision decision = decide("17461", mended("rain-special", "（大雨）", "（大雨・積雪）"));
		assertThat(decision.verdict()).isEqualTo(Verdict.AUTO);
		assertThat(decision.telegram()).isEqualTo("VPWWxx");
		assertThat(decide("17461", mended("rain-special", "（Ｒ０６）（大雨）", "(R06)(大雨)")).telegram()).isEqualTo("VPWW55");
	}

	@Test
	void whatANewWordInATelegramMeansAnOfficerSays() {
		assertThat(decide("17461", mended("record-rain-twin-new", "記録雨", "線状降水帯解消")).verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decide("22130", mended("nankai", "<Code>130", "<Code>140")).verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decide("22130", Telegrams.bulletin("nankai")).verdict()).isEqualTo(Verdict.AUTO);
	}

	@Test
	void aLiftOfWhatOnlyAnOfficerLetsOutNeedsNoOfficer() {
		Decision decision = decide("17461", mended("rain-level3", "<Status>発表</Status>", "<Status>解除</Status>"));
		assertThat(decision.verdict()).isEqualTo(Verdict.RECORD);
		assertThat(decision.quiet()).extracting((part) -> part.hazard().family()).contains("rain");
	}

	@Test
	void theOldWarningSaysWhatOfTheRainIsMeant() {
		Decision decision = decide("17461", mended("rain-special-old", "<Code>33</Code><Status>発表</Status>",
				"<Code>33</Code><Status>発表</Status><Condition>土砂災害、浸水害</Condition>"));
		assertThat(decision.parts()).extracting((part) -> part.hazard().id()).contains("rain-5", "landslide-5");
	}

	@Test
	void aTownThatMayLieOnACoastIsHeldForThatCoastAlone() {
		Bulletin tokyo = mended("tsunami-major", "<Code>360</Code>", "<Code>312</Code>");
		Decision decision = decide("13101", tokyo);
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.reason()).contains("要設定", "津波予報区", "municipalities.csv");
		assertThat(decide("13101", Telegrams.bulletin("tsunami-major")).verdict()).isEqualTo(Verdict.IGNORE);
		assertThat(decide("20201", tokyo).verdict()).isEqualTo(Verdict.IGNORE);
	}

	@Test
	void eachTownBesideTwoRiversHasTheLevelOfItsOwn() {
		Bulletin bulletin = mended("river-level5", "指定河川洪水予報（河川）", "指定河川洪水予報（予報区域）", "codeType=\"河川\"",
				"codeType=\"指定河川洪水予報（予報区域）\"", "<Code>8202020001</Code></Area>",
				"<Code>820202000100</Code></Area></Areas></Item><Item><Kind><Name>レベル２氾濫注意報</Name><Code>20</Code>"
						+ "<Condition>レベル２氾濫注意報（発表）</Condition></Kind><Areas codeType=\"指定河川洪水予報（予報区域）\">"
						+ "<Area><Name>町野川</Name><Code>820202000200</Code></Area>",
				"<Code>82020200010000004</Code><Prefecture>石川県</Prefecture><City>輪島市",
				"<Code>82020200020000004</Code><Prefecture>石川県</Prefecture><City>輪島市");
		assertThat(decide("17461", bulletin).verdict()).isEqualTo(Verdict.AUTO);
		assertThat(decide("17204", bulletin).verdict()).isEqualTo(Verdict.RECORD);
	}

	private static Decision decide(String jis, Bulletin bulletin) {
		return Telegrams.policy(jis).decide(bulletin, bulletin.issue().reported());
	}

	/** A telegram with words in it replaced: what stood there, what stands there now. */
	private static Bulletin mended(String name, String... words) {
		String text = new String(Telegrams.bytes(name), StandardCharsets.UTF_8);
		for (int i = 0; i < words.length; i += 2) {
			assertThat(text).as(name).contains(words[i]);
			text = text.replace(words[i], words[i + 1]);
		}
		try {
			return Bulletins.read(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (Unreadable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Decision at(String name, String time) {
		return Telegrams.policy("17461").decide(Telegrams.bulletin(name), OffsetDateTime.parse(time));
	}

}
