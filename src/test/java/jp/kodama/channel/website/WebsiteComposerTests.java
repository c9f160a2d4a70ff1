package jp.kodama.channel.website;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Key;
import jp.kodama.audience.Municipalities;
import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.ChannelProfile;
import jp.kodama.rendering.Composer;
import jp.kodama.rendering.Board;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Templates;
import jp.kodama.rendering.cap.CapDocuments;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The site as residents find it. */
class WebsiteComposerTests {

	private static final String ID = "website";

	private final Composer composer = new WebsiteComposer(
			new AnnotationConfigApplicationContext(Templates.class).getBean(Templates.class),
			new CapDocuments(Path.of("."), Municipalities.load(Path.of("config/areas")).find("17461")));

	@Test
	void theFilesOthersLinkToAreWrittenFirstAndTheIndexLast() {
		assertThat(compose(SampleAlerts.tsunami(), SampleAlerts.tsunami()).keySet()).containsExactly(
				"feed/17461-tsunami.cap.xml", "alerts/17461-tsunami.html", "feed/alerts.atom", "archive.html",
				"light.html", "index.html");
	}

	@Test
	void theIndexSaysWhatToDoInEveryLanguageAndNeedsNoScript() {
		String index = compose(SampleAlerts.evacuation(), SampleAlerts.evacuation()).get("index.html");
		assertThat(index)
			.contains("警戒レベル４", "#aa00aa", "危険な場所から全員避難してください。", "いますぐ みんな",
					"<div lang=\"en-US\"><p>The danger of landslides")
			.doesNotContain("<script", "http://", "https://");
	}

	@Test
	void everyAlertHasAPageOfItsOwnWithTheWholeMessage() {
		String page = compose(SampleAlerts.evacuation(), SampleAlerts.evacuation()).get("alerts/17461-evacuation.html");
		assertThat(page).contains("避難所は住吉公民館と諸橋公民館です。", "5月12日4時05分", "5月12日16時05分まで", "id=\"17461-evacuation-2\"")
			.doesNotContain("終了しました");
	}

	@Test
	void whenAnAlertEndsItsPageSaysSoAndTheIndexForgetsIt() {
		Map<String, String> site = compose(SampleAlerts.tsunami());
		assertThat(site.get("alerts/17461-tsunami.html")).contains("この情報は終了しました。");
		assertThat(site.get("index.html")).contains("現在、発表中の情報はありません。").doesNotContain("津波警報");
		assertThat(site.get("light.html")).contains("現在、発表中の情報はありません。");
		assertThat(site.get("archive.html")).contains("津波警報が発表されました", "終了");
		assertThat(site.get("feed/alerts.atom")).doesNotContain("<entry>");
	}

	@Test
	void whoFollowsALinkToAnOldPageFindsTheNewInformation() {
		Map<String, String> site = compose(SampleAlerts.update(),
				new Board(List.of(SampleAlerts.update()), List.of(SampleAlerts.tsunami())));
		assertThat(site.get("alerts/17461-tsunami.html")).contains("新しい情報に変わりました", "決して戻らないでください。",
				"href=\"17461-update.html\"");
		assertThat(site.get("archive.html")).containsSubsequence("alerts/17461-update.html", "発表中",
				"alerts/17461-tsunami.html", "終了");
	}

	@Test
	void onABusyDayThePagesStayLightAndTheNewestStaysWhole() {
		List<Alert> many = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			many.add(renamed(SampleAlerts.evacuation(), "17461-" + i));
		}
		Map<String, String> site = compose(many.get(0), many.toArray(Alert[]::new));
		assertThat(weight(site, "index.html")).isLessThanOrEqualTo(30_000);
		assertThat(weight(site, "light.html")).isLessThan(2_000);
		assertThat(site.get("light.html")).contains("危険な場所から全員避難してください。", "ほか");
		assertThat(site).containsKey("alerts/17461-59.html");
	}

	@Test
	void anIdentifierFromElsewhereNeverLeavesTheFolder() {
		Alert odd = renamed(SampleAlerts.tsunami(), "../穴水/1");
		assertThat(compose(odd, odd).keySet()).anyMatch((name) -> name.startsWith("alerts/=2E"))
			.noneMatch((name) -> name.contains(".."));
	}

	private static int weight(Map<String, String> site, String file) {
		return site.getOrDefault(file, "").getBytes(StandardCharsets.UTF_8).length;
	}

	private static Alert renamed(Alert alert, String identifier) {
		return new Alert(new Key(alert.key().sender(), identifier, alert.sent()), alert.status(), alert.msgType(),
				alert.handling(), alert.references(), alert.infos());
	}

	private Map<String, String> compose(Alert alert, Alert... standing) {
		return compose(alert, Board.of(List.of(standing)));
	}

	private Map<String, String> compose(Alert alert, Board board) {
		ChannelProfile channel = new ChannelProfile(ID, Map.of("ja", "ホームページ"), List.of("ja", "ja-x-easy", "en"),
				Path.of("channels", ID), Map.of("index-bytes", "30000", "light-bytes", "2000"));
		return this.composer
			.compose(new Composition("d", alert, board, channel, List.of(Recipient.everybody(ID)),
					SampleAlerts.SENT.toInstant()))
			.stream()
			.collect(Collectors.toMap(Artifact::name, Artifact::text, (a, b) -> b, LinkedHashMap::new));
	}

}
