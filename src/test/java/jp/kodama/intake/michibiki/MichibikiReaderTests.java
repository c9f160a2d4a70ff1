package jp.kodama.intake.michibiki;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.audience.Municipalities;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a satellite says, and what 穴水町 does about it. */
class MichibikiReaderTests {

	private static final int ALERT = 1;

	private static final int MISSILE = 8;

	private static final int TAKE_SHELTER = 128;

	private static final int HOKKAIDO = 1;

	private static final int ISHIKAWA = 17;

	/** A Monday, 10:00 in Japan. */
	private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

	private static final long TEN_O_CLOCK = 61;

	private final MichibikiReader reader = new MichibikiReader(Path.of("config"));

	private final Policy policy = Policy.load(Path.of("config"),
			Municipalities.load(Path.of("config/areas")).find("17461"));

	@Test
	void aMissileOverThePrefectureIsHeldWithTheOfficialWords() throws Unreadable {
		Bulletin bulletin = read(missile().with(194 - ISHIKAWA, 1, 1));
		assertThat(bulletin.issue().status()).isEqualTo(Status.Actual);
		Decision decision = decide(bulletin);
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.areas()).containsExactly("石川県");
		assertThat(decision.kinds()).extracting(Decision.Rated::name)
			.singleElement()
			.asString()
			.startsWith("ミサイル攻撃：ミサイル発射。");
		assertThat(decision.reason()).doesNotContain("要確認");
	}

	@Test
	void aMissileElsewhereIsNotOurs() throws Unreadable {
		assertThat(decide(read(missile().with(194 - HOKKAIDO, 1, 1))).verdict()).isEqualTo(Verdict.IGNORE);
	}

	@Test
	void aListOfMunicipalitiesNamesUsOrNot() throws Unreadable {
		assertThat(decide(read(missile().with(146, 1, 1).with(147, 16, 17204).with(163, 16, 17461))).verdict())
			.isEqualTo(Verdict.HOLD);
		assertThat(decide(read(missile().with(146, 1, 1).with(147, 16, 17204))).verdict()).isEqualTo(Verdict.IGNORE);
	}

	@Test
	void anAllClearLiftsWhatWasAired() throws Unreadable {
		Decision decision = decide(read(
				Satellite.dcx(3, 2, MISSILE).with(50, 14, TEN_O_CLOCK).with(70, 10, 129).with(194 - ISHIKAWA, 1, 1)));
		assertThat(decision.quiet()).filteredOn((part) -> part.hazard().id().equals("civil-protection"))
			.extracting(Decision.Part::msgType)
			.containsExactly(MsgType.Cancel);
	}

	@Test
	void aTrialIsATestAndOnlyRecordedIfItSaysSo() throws Unreadable {
		Bulletin trial = read(
				Satellite.dcx(0, 3, 113).with(50, 14, TEN_O_CLOCK).with(70, 10, 136).with(194 - ISHIKAWA, 1, 1));
		assertThat(trial.issue().status()).isEqualTo(Status.Test);
		assertThat(decide(trial).verdict()).isEqualTo(Verdict.RECORD);
	}

	@ParameterizedTest(name = "provider, hazard, guidance, version: {0}")
	@ValueSource(strings = { "2 120 128 1", "2 8 999 1", "2 8 128 2", "9 8 128 1", "2 0 128 1" })
	void aNumberThatNobodyKnowsIsHeldWithAnAlarmWhoeverItNames(String numbers) throws Unreadable {
		String[] one = numbers.split(" ");
		Satellite satellite = new Satellite().with(0, 8, 0x53)
			.with(8, 6, 44)
			.with(24, 2, ALERT)
			.with(26, 9, 111)
			.with(35, 5, Long.parseLong(one[0]))
			.with(40, 7, Long.parseLong(one[1]))
			.with(50, 14, TEN_O_CLOCK)
			.with(70, 10, Long.parseLong(one[2]))
			.with(194 - HOKKAIDO, 1, 1)
			.with(214, 6, Long.parseLong(one[3]));
		Decision decision = decide(read(satellite));
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.reason()).contains("要確認", "ALARM");
	}

	@Test
	void anAreaThatCannotBePlacedIsHeld() throws Unreadable {
		assertThat(decide(read(Satellite.dcx(ALERT, 1, 68).with(50, 14, TEN_O_CLOCK).with(80, 16, 40_000))).verdict())
			.isEqualTo(Verdict.HOLD);
		assertThat(decide(read(Satellite.dcx(ALERT, 1, 68).with(50, 14, TEN_O_CLOCK).with(146, 16, 48_999))).verdict())
			.isEqualTo(Verdict.HOLD);
	}

	@Test
	void aFloodOfOurMunicipalityIsHeldAndOneAbroadIsRecorded() throws Unreadable {
		assertThat(decide(read(Satellite.dcx(ALERT, 4, 68).with(50, 14, TEN_O_CLOCK).with(146, 16, 17461))).verdict())
			.isEqualTo(Verdict.HOLD);
		Satellite abroad = new Satellite().with(0, 8, 0x53).with(8, 6, 44).with(24, 2, ALERT).with(26, 9, 66);
		assertThat(decide(read(abroad.with(40, 7, 44).with(214, 6, 1))).verdict()).isEqualTo(Verdict.RECORD);
	}

	@Test
	void aTsunamiOnOurCoastIsTheSameHazardAsOnTheGround() throws Unreadable {
		Decision decision = decide(read(Satellite.dcr(1, 5).with(80, 4, 3).with(84 + 16, 10, 360)));
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.main()).get().extracting((part) -> part.hazard().id()).isEqualTo("tsunami");
		assertThat(decide(read(Satellite.dcr(1, 5).with(80, 4, 3).with(84 + 16, 10, 100))).verdict())
			.isEqualTo(Verdict.IGNORE);
		assertThat(decide(read(Satellite.dcr(1, 5).with(80, 4, 2).with(84 + 16, 10, 360))).main()).get()
			.extracting(Decision.Part::msgType)
			.isEqualTo(MsgType.Cancel);
		assertThat(decide(read(Satellite.dcr(1, 5).with(80, 4, 3).with(84 + 16, 10, 999))).verdict())
			.isEqualTo(Verdict.HOLD);
	}

	@Test
	void shakingInIshikawaIsOursAndADrillIsADrill() throws Unreadable {
		Bulletin eew = read(Satellite.dcr(1, 1).with(129 + 22, 1, 1));
		assertThat(decide(eew).main()).get().extracting((part) -> part.hazard().id()).isEqualTo("eew");
		assertThat(decide(read(Satellite.dcr(1, 1).with(129 + 23, 1, 1))).verdict()).isEqualTo(Verdict.IGNORE);
		assertThat(read(Satellite.dcr(7, 1).with(129 + 22, 1, 1)).issue().status()).isEqualTo(Status.Test);
	}

	@Test
	void theYearIsTheNearest() throws Unreadable {
		Bulletin newYear = this.reader.read(new Satellite().with(0, 8, 0x53)
			.with(8, 6, 43)
			.with(14, 3, 3)
			.with(17, 4, 2)
			.with(21, 4, 12)
			.with(25, 5, 31)
			.with(30, 5, 23)
			.with(35, 6, 59)
			.with(214, 6, 1)
			.sentence(), Instant.parse("2027-01-01T00:00:10Z"));
		assertThat(newYear.issue().reported()).isEqualTo("2027-01-01T08:59:00+09:00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$QZQSM,55,", "$QZQSM,55,00*00", "$GPGGA,1*00" })
	void whatIsNoSentenceIsRefused(String text) {
		refused(text);
	}

	@Test
	void aDamagedSentenceIsRefusedByItsChecksumOrByItsCrc() {
		String whole = new String(missile().sentence(), StandardCharsets.US_ASCII);
		refused(whole.substring(0, whole.length() - 2) + (whole.endsWith("00") ? "01" : "00"));
		char digit = (whole.charAt(30) == 'A') ? 'B' : 'A';
		String other = whole.substring(1, 30) + digit + whole.substring(31, whole.length() - 3);
		refused("$" + other + "*%02X".formatted(other.chars().reduce(0, (one, next) -> one ^ next)));
	}

	private Satellite missile() {
		return Satellite.dcx(ALERT, 2, MISSILE).with(47, 2, 3).with(50, 14, TEN_O_CLOCK).with(70, 10, TAKE_SHELTER);
	}

	private Bulletin read(Satellite satellite) throws Unreadable {
		return this.reader.read(satellite.sentence(), NOW);
	}

	private Decision decide(Bulletin bulletin) {
		return this.policy.decide(bulletin, bulletin.issue().reported());
	}

	private void refused(String text) {
		assertThatExceptionOfType(Unreadable.class)
			.isThrownBy(() -> this.reader.read(text.getBytes(StandardCharsets.US_ASCII), NOW));
	}

}
