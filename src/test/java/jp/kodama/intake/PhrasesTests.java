package jp.kodama.intake;

import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of an alert that a telegram made. */
class PhrasesTests {

	private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-06-01T10:00:30+09:00");

	private final Policy policy = Telegrams.policy("17461");

	@Test
	void theActionIsThereAndNoFigureThatGoesStale() {
		Info ja = make("tsunami-major").main();
		assertThat(ja.text().headline()).isEqualTo("大津波警報が発表されました");
		assertThat(ja.text().instruction()).startsWith("ただちに");
		assertThat(ja.text().instruction() + ja.text().description()).doesNotContainPattern("[0-9０-９]");
		assertThat(ja.text().senderName()).isEqualTo("穴水町");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tsunami-major", "tsunami-warning", "eew-warning", "intensity-6-lower", "rain-special-old",
			"rain-level4", "landslide-level4", "storm-special", "river-level5", "record-rain-twin-new", "heat",
			"volcano", "nankai", "unknown-title-ours", "cap-ours" })
	void everyAlertIsWholeInBothLanguages(String telegram) {
		Alert alert = make(telegram);
		assertThat(alert.infos()).extracting(Info::language).containsExactly("ja-JP", "en-US");
		for (Info info : alert.infos()) {
			assertThat(info.text().headline()).isNotBlank().doesNotContain("{");
			assertThat(info.text().description()).isNotBlank().doesNotContain("{");
			assertThat(info.text().instruction()).isNotBlank().doesNotContain("{");
			assertThat(info.areas().get(0).geocodes()).extracting("value").containsExactly("17461");
		}
		Info english = alert.info("en").orElseThrow();
		assertThat(english.text().headline() + english.text().description() + english.text().instruction()
				+ english.text().senderName() + english.areas().get(0).areaDesc() + english.classification().event())
			.matches("\\p{ASCII}+");
	}

	@Test
	void theObservatoryThatFoundItIsNamedAndKept() {
		Info ja = make("rain-special").main();
		assertThat(ja.text().description()).endsWith("金沢地方気象台の発表です。");
		assertThat(ja.parameter("issuer")).hasValue("金沢地方気象台");
		assertThat(ja.parameter("issued")).hasValueSatisfying((time) -> assertThat(time).startsWith("2026-06-01T"));
		assertThat(make("cap-ours").main().text().description()).doesNotContain("の発表です");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tsunami-major", "tsunami-warning", "eew-warning", "intensity-6-lower", "rain-special",
			"rain-level4", "landslide-level4", "storm-special", "river-level5", "record-rain-twin-new", "heat",
			"volcano", "nankai" })
	void aTownThatWantsItHasPlainJapaneseToo(String telegram) {
		Bulletin bulletin = Telegrams.bulletin(telegram);
		Decision decision = decide(bulletin);
		Alert alert = new AlertMaker(this.policy, "kodama.17461", List.of("ja-JP", "en-US", "ja-x-easy")).make(bulletin,
				decision, Step.first(decision.parts().get(0), List.of()), new Handling("test", List.of(), "x"), NOW);
		Info easy = alert.info("ja-x-easy").orElseThrow();
		assertThat(easy.text().headline()).isNotBlank().doesNotContain("{");
		assertThat(easy.text().instruction()).contains("ください").contains(" ");
		assertThat(easy.text().description()).doesNotContain("{");
		assertThat(easy.areas().get(0).areaDesc()).isEqualTo("穴水町");
	}

	@Test
	void theLevelGoesWithTheAlertWhereTheLawGivesOne() {
		assertThat(make("rain-special-old").level()).hasValue(5);
		assertThat(make("storm-special").level()).isEmpty();
		assertThat(make("tsunami-major").level()).isEmpty();
		assertThat(make("tsunami-major").urgent()).isTrue();
	}

	@Test
	void aNumberNamesTheTownAndTheSecond() {
		assertThat(make("tsunami-major").identifier()).matches("17461-20260601100030-[0-9a-z]{4}");
	}

	@Test
	void whatHoldsAFigureIsLeftOutButALevelIsNot() {
		assertThat(Phrases.timeless("レベル４大雨危険警報を発表。１時間に１００ミリ。崖に近づかない。")).isEqualTo("レベル４大雨危険警報を発表。崖に近づかない。");
	}

	@Test
	void aTelegramOfOneEventIsKnownByItsEvent() {
		Bulletin old = Telegrams.bulletin("record-rain-twin-old");
		Bulletin twin = Telegrams.bulletin("record-rain-twin-new");
		assertThat(incident(old)).isEqualTo(incident(twin)).startsWith("17461/record-rain/JPKZ");
		assertThat(incident(Telegrams.bulletin("tsunami-major"))).isEqualTo("17461/tsunami");
	}

	private String incident(Bulletin bulletin) {
		return Incident.of("17461", decide(bulletin).parts().get(0).hazard(), bulletin);
	}

	private Alert make(String telegram) {
		Bulletin bulletin = Telegrams.bulletin(telegram);
		Decision decision = decide(bulletin);
		Step step = Step.first(decision.parts().get(0), List.of());
		return new AlertMaker(this.policy, "kodama.17461").make(bulletin, decision, step,
				new Handling("test", List.of(), "x"), NOW);
	}

	private Decision decide(Bulletin bulletin) {
		return this.policy.decide(bulletin, bulletin.issue().reported());
	}

}
