package jp.kodama.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.MsgType;
import jp.kodama.intake.Step.Way;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Policy;
import jp.kodama.rendering.Wording;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kamaishi 2011: "3 m" was told again and again, after it had long been wrong. A height
 * and a time of arrival may be told once, with the time they stood at.
 */
class ForecastTests {

	/** When the telegram was issued. */
	private static final Instant ISSUED = Instant.parse("2026-06-01T01:00:00Z");

	private final Policy policy = Telegrams.policy("17461");

	@Test
	void heightAndArrivalAreToldWithTheTimeTheyStoodAt() throws Unreadable {
		Alert alert = make(forecast("2026-06-01T10:20:00+09:00", "５ｍ", "5"), "tsunami-warning");
		assertThat(figures(alert, "ja", ISSUED))
			.isEqualTo("10時00分の時点で、石川県能登に津波が到達すると予想される時刻は10時20分です。10時00分の時点で予想される津波の高さは５ｍです。");
		assertThat(figures(alert, "en", ISSUED)).isEqualTo(
				"As of 10:00, the first wave is expected at 10:20. As of 10:00, waves of up to 5 m are expected.");
	}

	@Test
	void theyAreNeverInTheWordsThatAreRepeated() throws Unreadable {
		for (Info info : make(forecast("2026-06-01T10:20:00+09:00", "５ｍ", "5"), "tsunami-warning").infos()) {
			assertThat(info.text().headline() + info.text().instruction() + info.text().description())
				.doesNotContainPattern("[0-9０-９]");
		}
	}

	@Test
	void tenMinutesLaterTheyAreNotToldAnyMore() throws Unreadable {
		Alert alert = make(forecast("2026-06-01T10:20:00+09:00", "５ｍ", "5"), "tsunami-warning");
		assertThat(figures(alert, "ja", ISSUED.plusSeconds(599))).isNotEmpty();
		assertThat(figures(alert, "ja", ISSUED.plusSeconds(600))).isEmpty();
	}

	@Test
	void aReplayTellsAnOldTelegramAsIfItWereNew() throws Unreadable {
		Bulletin bulletin = Bulletins.read(forecast("2026-06-01T10:20:00+09:00", "５ｍ", "5"));
		Decision decision = this.policy.decide(bulletin, bulletin.issue().reported());
		OffsetDateTime later = OffsetDateTime.parse("2026-11-01T00:00:00+09:00");
		Alert alert = new AlertMaker(this.policy, "kodama.17461").make(bulletin, decision,
				Step.first(decision.parts().get(0), List.of()), Handling.from("replay").rehearsed(), later);
		assertThat(figures(alert, "ja", later.plusMinutes(5).toInstant())).startsWith("10時00分の時点で");
	}

	@Test
	void aHeightWithoutANumberIsToldOnlyWhereThereIsAWordForIt() throws Unreadable {
		Alert alert = make(forecast("soon", "巨大", "NaN"), "tsunami-warning");
		assertThat(figures(alert, "ja", ISSUED)).isEqualTo("10時00分の時点で予想される津波の高さは巨大です。");
		assertThat(figures(alert, "en", ISSUED)).isEmpty();
	}

	@Test
	void anAllClearCarriesNone() throws Unreadable {
		Bulletin bulletin = Bulletins.read(forecast("2026-06-01T10:20:00+09:00", "５ｍ", "5"));
		Decision decision = this.policy.decide(bulletin, bulletin.issue().reported());
		Alert first = make(forecast("2026-06-01T10:20:00+09:00", "５ｍ", "5"), "tsunami-warning");
		Step lifted = new Step(decision.parts().get(0), List.of(), MsgType.Cancel, first, Way.AIRED);
		assertThat(figures(make(bulletin, decision, lifted), "ja", ISSUED)).isEmpty();
	}

	@Test
	void whatATelegramSaidReadsTheSameEachTime() throws Unreadable {
		String once = Bulletins.read(forecast("2026-06-01T10:20:00+09:00", "５ｍ", "5")).said();
		assertThat(once).contains("{arrival=2026-06-01T10:20:00+09:00, height=５ｍ, metres=5}");
	}

	private static String figures(Alert alert, String language, Instant at) {
		return Wording.of(alert, alert.info(language).orElseThrow()).figures(at);
	}

	private Alert make(byte[] telegram, String name) throws Unreadable {
		Bulletin bulletin = Bulletins.read(telegram);
		Decision decision = this.policy.decide(bulletin, bulletin.issue().reported());
		assertThat(decision.parts()).as(name).isNotEmpty();
		return make(bulletin, decision, Step.first(decision.parts().get(0), List.of()));
	}

	private Alert make(Bulletin bulletin, Decision decision, Step step) {
		return new AlertMaker(this.policy, "kodama.17461").make(bulletin, decision, step,
				new Handling("test", List.of(), "x"), OffsetDateTime.parse("2026-06-01T10:00:30+09:00"));
	}

	private static byte[] forecast(String arrival, String height, String metres) {
		return new String(Telegrams.bytes("tsunami-warning"), StandardCharsets.UTF_8)
			.replaceFirst("<ReportDateTime>[^<]*", "<ReportDateTime>2026-06-01T10:00:00+09:00")
			.replace("<MaxHeight><Condition>巨大</Condition></MaxHeight>",
					"""
							<FirstHeight><ArrivalTime>%s</ArrivalTime></FirstHeight>
							<MaxHeight><jmx_eb:TsunamiHeight xmlns:jmx_eb="http://xml.kishou.go.jp/jmaxml1/elementBasis1/"
							type="津波の高さ" unit="m" description="%s">%s</jmx_eb:TsunamiHeight></MaxHeight>"""
						.formatted(arrival, height, metres))
			.getBytes(StandardCharsets.UTF_8);
	}

}
