package jp.kodama.channel.sms;

import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a short message says, and what it leaves out. */
class SmsComposerTests {

	private final SmsComposer composer = new SmsComposer(new Templates());

	@Test
	void aShortAlertGoesWhole() {
		assertThat(text(SampleAlerts.evacuation(), 4)).isEqualTo("""
				5月12日4時05分　穴水町発表
				危険な場所から全員避難してください。外に出るのが危ないときは、崖から離れた二階以上の部屋へ移ってください。
				警戒レベル４　避難指示を発令しました
				対象地域：住吉地区・諸橋地区
				土砂災害の危険が非常に高まっています。避難所は住吉公民館と諸橋公民館です。""");
	}

	@Test
	void figuresThatAgeComeLastAndOnlyWhileTheyAreFresh() {
		assertThat(text(SampleAlerts.forecasting("予想される高さは５ｍです。", 10), 4)).endsWith("予想される高さは５ｍです。");
		assertThat(text(SampleAlerts.forecasting("予想される高さは５ｍです。", 0), 4)).doesNotContain("５ｍ");
	}

	@Test
	void aLongAlertIsShortenedAtTheEndOfASentenceAndTheActionStays() {
		String text = text(SampleAlerts.evacuation(), 2);
		assertThat(Segments.of(text)).isEqualTo(2);
		assertThat(text).contains("全員避難してください。").endsWith("対象地域：住吉地区・諸橋地区\n土砂災害の危険が非常に高まっています。");
	}

	@Test
	void aUrlIsWholeOrNotThere() {
		String url = "https://www.town.anamizu.test/bosai/shelters.html?list=all&lang=ja.next!x";
		Alert alert = SampleAlerts.saying("断水のお知らせ", "水をくみ置いてください。", "給水所を開きます。場所は " + url + " にあります。終わり。");
		for (int most = 1; most <= 3; most++) {
			String text = text(alert, most);
			assertThat(text.contains(url) || !text.contains("https")).as(text).isTrue();
		}
		assertThat(text(alert, 3)).contains(url);
	}

	@Test
	void aMagnitudeIsNotTornAtItsPoint() {
		assertThat(Sentences.of("Ｍ７．６の地震。震度７。「逃げて！」と M7.6 (approx.) was 1.5 m. Go!")).containsExactly("Ｍ７．６の地震。",
				"震度７。", "「逃げて！」", "と M7.6 (approx.) ", "was 1.5 m. ", "Go!");
	}

	@Test
	void whatCannotBeSaidWithoutDroppingTheActionIsRefusedByName() {
		Alert alert = SampleAlerts.saying("お知らせ", "とても長い行動です。".repeat(40), "");
		assertThatExceptionOfType(InvalidAlert.class).isThrownBy(() -> text(alert, 4))
			.satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("info[ja-JP].instruction"));
	}

	@Test
	void englishFitsTheCheapAlphabet() {
		Recipient english = new Recipient(1, "sms", "+817000000001", "en", "", false);
		String text = compose(SampleAlerts.tsunami(), 4, List.of(english)).get(0).text();
		assertThat(text).startsWith("May 12, 4:05 - Anamizu Town\nLeave the shore and rivers now.");
		assertThat(text.lines().filter((line) -> !line.endsWith("穴水町"))).allMatch(Segments::gsm);
	}

	private String text(Alert alert, int most) {
		Recipient japanese = new Recipient(1, "sms", "+817000000001", "ja", "", false);
		return compose(alert, most, List.of(japanese)).get(0).text();
	}

	private List<Artifact> compose(Alert alert, int most, List<Recipient> to) {
		LiveChannel channel = LiveChannel.of("sms", "http://127.0.0.1:9", "", Map.of("max-segments", most));
		return this.composer.compose(channel.plan(alert, to));
	}

}
