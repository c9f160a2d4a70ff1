package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.audience.Municipalities;
import jp.kodama.policy.town.InvalidPolicy;
import jp.kodama.policy.town.PolicyFault;
import jp.kodama.policy.town.PolicyText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a town may set otherwise, at which hours, and what it may not. */
class TownPolicyTests {

	private static final String RAIN = "気象警報・注意報（Ｒ０６）（大雨）";

	private static final String TSUNAMI = "津波警報・注意報・予報a";

	private static final String NIGHT = """
			town: "17461"
			hold: {alarm-after: 3}
			rules:
			  - name: 夜の警戒レベル３は記録だけ
			    levels: [3]
			    between: 22:00-06:00
			    action: RECORD
			  - name: 夜の津波注意報は職員が確認
			    hazards: [tsunami-advisory]
			    between: 22:00-06:00
			    action: HOLD
			""";

	private final Policy tables = Policy.load(Path.of("config"),
			Municipalities.load(Path.of("config/areas")).find("17461"));

	@ParameterizedTest
	@CsvSource({ "21:59, HOLD", "22:00, RECORD", "23:59, RECORD", "00:00, RECORD", "05:59, RECORD", "06:00, HOLD" })
	void aLevelThreeOfTheNightIsDecidedByTheNightsRule(String time, Verdict verdict) {
		assertThat(night().decide(rain("03", "発表", "", at(time)), at(time)).verdict()).isEqualTo(verdict);
	}

	@Test
	void theHourIsTheOneInJapanWhateverTheOffset() {
		OffsetDateTime utc = OffsetDateTime.parse("2026-06-01T15:00:00Z");
		assertThat(night().decide(rain("03", "発表", "", utc), utc).verdict()).isEqualTo(Verdict.RECORD);
	}

	@Test
	void everyReasonSaysWhichPolicyDecidedAndByWhichRule() {
		assertThat(night().decide(rain("03", "発表", "", at("23:00")), at("23:00")).reason()).contains("夜の警戒レベル３は記録だけ",
				"policy proposed.yaml");
		assertThat(this.tables.decide(rain("03", "発表", "", at("23:00")), at("23:00")).reason())
			.contains("policy default");
	}

	@Test
	void whatWasToldByDayIsLiftedByNight() {
		Decision lifted = night().decide(rain("03", "解除", "03", at("23:00")), at("23:00"));
		assertThat(lifted.quiet()).extracting((part) -> part.hazard().family()).contains("rain");
		Decision lowered = night().decide(rain("10", "警報から注意報", "03", at("23:00")), at("23:00"));
		assertThat(lowered.quiet()).extracting((part) -> part.hazard().family()).contains("rain");
	}

	@Test
	void whatStillHoldsAtNightIsNotLiftedByTheNightsSilence() {
		Decision still = night().decide(rain("03", "継続", "03", at("23:00")), at("23:00"));
		assertThat(still.verdict()).isEqualTo(Verdict.RECORD);
		assertThat(still.parts()).isEmpty();
		assertThat(still.quiet()).extracting((part) -> part.hazard().family()).doesNotContain("rain");
	}

	@Test
	void aCodeNobodyKnowsIsHeldWhateverTheTownSaysOfTheTelegram() {
		Policy town = with(
				"actions: {VPWW55: HOLD}\nrules:\n  - {telegrams: [VPWW55], levels: [2, 3], action: IGNORE}\n");
		assertThat(town.decide(rain("99", "発表", "", at("12:00")), at("12:00")).verdict()).isEqualTo(Verdict.HOLD);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "rules: [{levels: [4], action: RECORD}] | acknowledge | レベル４大雨危険警報",
					"rules: [{hazards: [tsunami], action: IGNORE}] | acknowledge | VTSE41/62",
					"rules: [{telegrams: [VXSE43], between: '01:00-02:00', action: RECORD}] | acknowledge | VXSE43/31",
					"actions: {VTSE41/62: RECORD} | acknowledge | 津波注意報",
					"rules: [{hazards: [storm-special], action: RECORD}] | acknowledge | 暴風特別警報" })
	void whatLivesDependOnIsNotSilencedWithoutAReason(String text, String english, String japanese) {
		assertThat(refused(text)).singleElement()
			.satisfies((fault) -> assertThat(fault.toString()).contains(english, japanese, "proposed.yaml:1:"));
	}

	@Test
	void aRuleForAWholeTelegramTellsOnlyOfWhatThereAreWordsFor() {
		Policy town = with("actions: {VTSE41: HOLD}\n");
		assertThat(town.decide(tsunami("51", at("12:00")), at("12:00")).verdict()).isEqualTo(Verdict.HOLD);
		assertThat(town.decide(tsunami("00", at("12:00")), at("12:00")).verdict()).isEqualTo(Verdict.RECORD);
	}

	@Test
	void withAReasonItIs() {
		Policy town = with("rules: [{hazards: [tsunami-advisory], action: RECORD, acknowledge: 海岸に人の立ち入る場所がないため}]\n");
		assertThat(town.decide(tsunami("62", at("12:00")), at("12:00")).verdict()).isEqualTo(Verdict.RECORD);
		assertThat(town.decide(tsunami("51", at("12:00")), at("12:00")).verdict()).isEqualTo(Verdict.AUTO);
	}

	@Test
	void anEarlierRuleThatKeepsItHeldNeedsNoReason() {
		assertThat(with("rules: [{hazards: [tsunami], action: HOLD}, {telegrams: [VTSE41], action: RECORD}]\n")
			.decide(tsunami("51", at("12:00")), at("12:00"))
			.verdict()).isEqualTo(Verdict.HOLD);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "rules:\\n  - {levels: [3]}|2|rules[0]|action",
					"rules:\\n  - {levels: [3], action: MAYBE}|2|rules[0].action|MAYBE",
					"rules:\\n  - levels: [3]\\n    action: HOLD\\n    betwen: '1'|4|rules[0].betwen|betwen",
					"rules:\\n  - {telegrams: [VPWW55], kinds: [03], action: HOLD}|2|rules[0].kinds[0]|string",
					"rules:\\n  - {levels: [3], action: HOLD, between: '22:00-25:00'}|2|rules[0].between|pattern",
					"rules:\\n  - {levels: [3], action: HOLD, between: '22:00-22:00'}|2|rules[0].between|whole day",
					"rules:\\n  - {telegrams: [VXXX99], action: HOLD}|2|rules[0].action|VXXX99",
					"rules:\\n  - {telegrams: [VTSE41], kinds: ['77'], action: HOLD}|2|rules[0].action|77",
					"rules:\\n  - {hazards: [flood-of-stars], action: HOLD}|2|rules[0].action|flood-of-stars",
					"rules:\\n  - {telegrams: [VPWW61], kinds: ['14'], action: AUTO}|2|rules[0].action|no words",
					"rules:\\n  - {levels: [3], kinds: ['03'], action: HOLD}|2|rules[0]|telegrams",
					"hold: {alarm-after: 0}|1|hold.alarm-after|0", "town: '17204'|1|town|another municipality",
					"rules: [|1||not YAML", "{a: 1, a: 2}|1||not YAML", "- 1|1||object" })
	void aFaultIsNamedByLineAndField(String text, int line, String field, String words) {
		assertThat(refused(text.replace("\\n", "\n"))).anySatisfy((fault) -> {
			assertThat(fault.line()).isEqualTo(line);
			assertThat(fault.field()).isEqualTo((field != null) ? field : "");
			assertThat(fault.english()).contains(words);
			assertThat(fault.japanese()).isNotBlank();
		});
	}

	@Test
	void theDiffSaysInWordsWhatChangesAndTheSilencingComesFirst() {
		List<PolicyDiff.Change> changes = PolicyDiff.between(this.tables, night());
		assertThat(changes).extracting(PolicyDiff.Change::japanese)
			.contains("津波注意報（VTSE41/62）: 自動放送 → 職員確認 (22:00–06:00)");
		assertThat(changes).extracting(PolicyDiff.Change::english)
			.contains("Tsunami Advisory: AUTO → HOLD (22:00–06:00)");
		assertThat(PolicyDiff.between(night(), this.tables)).extracting((change) -> change.turn().weaker())
			.containsOnly(false);
		assertThat(PolicyDiff.between(night(), night())).isEmpty();
	}

	@Test
	void theDiffBetweenTwoNightsNamesOnlyTheHoursThatDiffer() {
		Policy longer = with(NIGHT.replace("22:00-06:00", "21:00-07:00"));
		assertThat(PolicyDiff.between(night(), longer)).extracting(PolicyDiff.Change::japanese)
			.contains("津波注意報（VTSE41/62）: 自動放送 → 職員確認 (06:00–07:00, 21:00–22:00)");
	}

	@Test
	void theEditorsTextSaysTheSameWhenItIsReadAgain() {
		String text = PolicyText.of("17461", night().town());
		assertThat(this.tables.read("proposed.yaml", text)).isEqualTo(night().town());
		assertThat(this.tables
			.read("17461.yaml", PolicyText.activated(text, 3, "officer", "o'brien", "2026-06-01T10:00:00+09:00"))
			.edition()
			.version()).isEqualTo(3);
		assertThat(PolicyText.plain(PolicyText.activated(text, 3, "officer", "deputy", "x"))).isEqualTo(text);
	}

	@Test
	void theKindsOfTheEditorSayWhatHoldsNow() {
		assertThat(KindLine.of(night())).filteredOn((line) -> line.key().equals("VTSE41/62"))
			.singleElement()
			.satisfies((line) -> assertThat(line.present()).isEqualTo("自動放送 (06:00–22:00)、職員確認 (22:00–06:00)"))
			.satisfies((line) -> assertThat(line.guarded()).isTrue());
	}

	@Test
	void aHeldAlertAlarmsAsTheTownSaysOrAsTheSafeguardsSay() {
		assertThat(night().alarmAfter()).hasMinutes(3);
		assertThat(this.tables.alarmAfter()).hasMinutes(5);
	}

	private Policy night() {
		return with(NIGHT);
	}

	private Policy with(String text) {
		return this.tables.under(this.tables.read("proposed.yaml", text));
	}

	private List<PolicyFault> refused(String text) {
		return assertThatExceptionOfType(InvalidPolicy.class).isThrownBy(() -> with(text)).actual().faults();
	}

	private static OffsetDateTime at(String time) {
		return OffsetDateTime.parse("2026-06-01T" + time + ":00+09:00");
	}

	private static Bulletin rain(String code, String status, String last, OffsetDateTime at) {
		return bulletin(RAIN, at, new Bulletin.Kind(code, "大雨警報", status, last),
				new Bulletin.Place("気象・地震・火山情報／市町村等", "", "1746100", "穴水町", true));
	}

	private static Bulletin tsunami(String code, OffsetDateTime at) {
		return bulletin(TSUNAMI, at, new Bulletin.Kind(code, "", "", ""),
				new Bulletin.Place("津波予報区", "", "360", "石川県能登", true));
	}

	private static Bulletin bulletin(String title, OffsetDateTime at, Bulletin.Kind kind, Bulletin.Place place) {
		return new Bulletin(new Bulletin.Origin("jma", title, title, "気象庁"),
				new Bulletin.Issue(Status.Actual, MsgType.Alert, "", "", at), "",
				List.of(new Bulletin.Notice(kind, place)));
	}

}
