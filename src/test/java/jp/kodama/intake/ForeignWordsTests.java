package jp.kodama.intake;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.MsgType;
import jp.kodama.audience.Municipalities;
import jp.kodama.intake.Step.Way;
import jp.kodama.intake.xml.Grammar;
import jp.kodama.intake.xml.SafeXml;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import jp.kodama.rendering.cap.CapDocuments;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What somebody reads who knows neither Japanese nor English. */
class ForeignWordsTests {

	private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-06-01T10:00:30+09:00");

	private final Policy policy = Telegrams.policy("17461");

	private final OfficialTerms terms = OfficialTerms.load(Path.of("config/multilingual"));

	@Test
	void theWarningAndTheWordToLeaveAreOfficialAndTheRestIsEnglishAndSaysSo() {
		Alert alert = make("tsunami-major", "ja-JP", "en-US", "vi", "zh-Hant");
		Info vietnamese = alert.info("vi").orElseThrow();
		Info english = alert.info("en").orElseThrow();
		assertThat(vietnamese.text().headline()).isEqualTo("Cảnh báo sóng thần lớn");
		assertThat(vietnamese.text().instruction()).isEqualTo("Lánh nạn! " + english.text().instruction());
		assertThat(vietnamese.text().description()).isEqualTo(english.text().description());
		assertThat(vietnamese.parameter("untranslated")).hasValue("instruction description");
		assertThat(english.parameter("untranslated")).isEmpty();
		assertThat(alert.info("zh-Hant").orElseThrow().text().headline()).isEqualTo("大海嘯警報");
	}

	@Test
	void theLevelOfTheLawStandsBeforeTheWarning() {
		assertThat(make("rain-level4", "ja-JP", "pt").info("pt").orElseThrow().text().headline())
			.isEqualTo("Nível de alerta 4: Chuva forte");
	}

	@Test
	void whatHasNoOfficialNameIsNotToldInThatLanguage() {
		assertThat(make("storm-special", "ja-JP", "en-US", "vi").infos()).extracting(Info::language)
			.containsExactly("ja-JP", "en-US");
	}

	@Test
	void theEndOfAWarningIsToldInTheLanguageOfTheWarningAndIsNoWarning() {
		Alert before = make("tsunami-major", "ja-JP", "vi");
		Bulletin bulletin = Telegrams.bulletin("tsunami-major");
		Decision decision = decide(bulletin);
		Step lifted = new Step(decision.parts().get(0), List.of(), MsgType.Cancel, before, Way.AIRED);
		Info end = maker("ja-JP", "vi").make(bulletin, decision, lifted, new Handling("test", List.of(), "x"), NOW)
			.info("vi")
			.orElseThrow();
		assertThat(end.text().headline()).isEqualTo("Major Tsunami Warning lifted (Cảnh báo sóng thần lớn)");
		assertThat(end.text().instruction()).doesNotContain("Lánh nạn");
	}

	@Test
	void anUpdateToWhatHasNoNameIsToldInEnglishToWhoWasToldBefore() {
		Alert before = make("tsunami-major", "ja-JP", "vi");
		Bulletin bulletin = Telegrams.bulletin("storm-special");
		Decision decision = decide(bulletin);
		Step step = new Step(decision.parts().get(0), List.of(), MsgType.Update, before, Way.AIRED);
		Info info = maker("ja-JP", "vi").make(bulletin, decision, step, new Handling("test", List.of(), "x"), NOW)
			.info("vi")
			.orElseThrow();
		assertThat(info.text().headline()).isEqualTo("Now: Emergency Storm Warning");
		assertThat(info.parameter("untranslated")).hasValue("headline instruction description");
	}

	@Test
	void everyLanguageGoesIntoOneValidCapDocument() throws Exception {
		List<String> all = new java.util.ArrayList<>(List.of("ja-JP", "en-US", "ja-x-easy"));
		all.addAll(this.terms.languages());
		Alert alert = make("tsunami-major", all.toArray(String[]::new));
		assertThat(alert.infos()).extracting(Info::language).containsExactlyElementsOf(all).hasSize(16);
		byte[] document = new CapDocuments(Path.of(""), Municipalities.load(Path.of("config/areas")).find("17461"))
			.write(alert);
		assertThat(Grammar.load("/cap/", "CAP-v1.2.xsd").fault(SafeXml.parse(document))).isEmpty();
	}

	@Test
	void aLanguageWithoutWordsStopsTheStart() {
		assertThatIllegalArgumentException().isThrownBy(() -> maker("ja-JP", "fr"))
			.withMessageContaining("kodama.languages")
			.withMessageContaining("fr")
			.withMessageContaining("vi");
	}

	private Alert make(String telegram, String... languages) {
		Bulletin bulletin = Telegrams.bulletin(telegram);
		Decision decision = decide(bulletin);
		return maker(languages).make(bulletin, decision, Step.first(decision.parts().get(0), List.of()),
				new Handling("test", List.of(), "x"), NOW);
	}

	private AlertMaker maker(String... languages) {
		return new AlertMaker(this.policy, "kodama.17461", List.of(languages), this.terms);
	}

	private Decision decide(Bulletin bulletin) {
		return this.policy.decide(bulletin, bulletin.issue().reported());
	}

}
