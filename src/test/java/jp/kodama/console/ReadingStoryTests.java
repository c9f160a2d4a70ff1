package jp.kodama.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jp.kodama.accounts.Officers;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.approval.Previews;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Artifact;
import jp.kodama.speech.Dictionary;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Voices;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * An officer mends how a place is said, hears it first, and it is said so from then on.
 */
@KodamaTest
class ReadingStoryTests {

	@Autowired
	ApplicationContext kodama;

	@Autowired
	Dictionary dictionary;

	@Autowired
	Voices voices;

	@Autowired
	Previews previews;

	@Autowired
	Channels channels;

	@Autowired
	AlertJournal journal;

	@LocalServerPort
	int port;

	Browser browser;

	@BeforeEach
	void sitDown() {
		PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
		Officers.of(this.kodama).ready("officer");
		this.browser = Browser.at(this.port);
	}

	@AfterEach
	void goHome() {
		this.browser.close();
		this.dictionary.entries()
			.stream()
			.filter((one) -> !one.ofFile())
			.forEach((one) -> this.dictionary.remove(one.written(), "test"));
	}

	@Test
	void aNameIsHeardKeptAndSaidSoFromThenOnWithoutARestart() throws Exception {
		assumeTrue(this.voices.unavailable("ja").isEmpty(), this.voices.unavailable("ja"));
		Alert alert = SampleAlerts.evacuation();
		byte[] before = broadcast(alert);

		Page officer = this.browser.signedIn("officer", 1280, 900);
		officer.click("nav >> text=読み方");
		Browser.look(officer, "readings");
		officer.fill("#written", "公民館");
		officer.fill("#reading", "みんなのいえ");
		officer.fill("#sentence", "避難所は住吉公民館です。");
		Response wav = officer.waitForResponse("**/readings/heard.wav*",
				() -> officer.click("form.reading button[type=button]"));
		org.assertj.core.api.Assertions.assertThat(wav.headers().get("content-type")).startsWith("audio/wav");
		assertThat(officer.locator("#heard audio")).isVisible();
		org.assertj.core.api.Assertions.assertThat(broadcast(alert)).as("only heard, not kept").isEqualTo(before);

		officer.click("text=登録する >> nth=0");
		assertThat(officer.locator("[role=status].note, main")).containsText(new String[] { "変更しました：公民館" });
		assertThat(officer.locator("tr.own")).containsText("みんなのいえ");
		Browser.look(officer, "readings-kept");
		byte[] after = broadcast(alert);
		org.assertj.core.api.Assertions.assertThat(after)
			.as("preview and air use the new reading")
			.isNotEqualTo(before);
		org.assertj.core.api.Assertions.assertThat(this.voices.spoken("住吉公民館", "ja")).isEqualTo("スミヨシみんなのいえ");

		officer.click("[aria-label='公民館を外す Remove']");
		assertThat(officer.locator("tbody")).not().containsText("みんなのいえ");
		org.assertj.core.api.Assertions.assertThat(broadcast(alert)).as("taken out").isEqualTo(before);
		officer.navigate("/audit");
		assertThat(officer.locator(".audit")).containsText("reading.SET");
		assertThat(officer.locator(".audit")).containsText("reading.REMOVED");
	}

	@Test
	void aBrokenEntryIsNamedByFieldAndLine() {
		Page officer = this.browser.signedIn("officer", 390, 844);
		officer.navigate("/readings");
		officer.fill("#written", "甲");
		officer.fill("#reading", "kabuto");
		officer.click("text=登録する >> nth=0");
		assertThat(officer.locator(".problem")).containsText("読み方は60文字までのかなで書いてください: kabuto");
		assertThat(officer.locator("#written")).hasValue("甲");
		officer.click("summary >> text=まとめて登録する");
		officer.fill("#lines", "# 地名\n諸橋,モロハシ\n甲,🏠\n");
		officer.click("text=すべて登録する");
		assertThat(officer.locator(".problem")).containsText("3行目 読み方は60文字までのかなで書いてください: 🏠");
		Browser.look(officer, "phone-readings-broken");
		org.assertj.core.api.Assertions.assertThat(this.dictionary.entries()).noneMatch((one) -> !one.ofFile());
	}

	@Test
	void theRadiosPageShowsZonesAndTakesThatOneHasNoPower() {
		Page officer = this.browser.signedIn("officer", 1280, 900);
		officer.navigate("/status");
		officer.click("main >> text=防災行政無線");
		assertThat(officer.locator("main")).containsText("静穏時間 21:00〜07:00");
		officer.click("[aria-label='兜は停電している Runs on batteries']");
		assertThat(officer.locator("tr:has(th:text-is('兜'))")).containsText("電池");
		Browser.look(officer, "radio");
		officer.click("[aria-label='兜は復電した Power is back']");
		assertThat(officer.locator("tr:has(th:text-is('兜'))")).containsText("通常");
	}

	private byte[] broadcast(Alert alert) throws Exception {
		byte[] wav = this.previews.of(alert, this.channels.get("radio"))
			.stream()
			.filter((one) -> one.name().equals("broadcast.wav"))
			.map(Artifact::content)
			.findFirst()
			.orElseThrow();
		org.assertj.core.api.Assertions.assertThat(Sound.ofWav(wav).seconds()).isGreaterThan(30);
		return wav;
	}

}
