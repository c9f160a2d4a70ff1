package jp.kodama.console;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import jp.kodama.accounts.Officers;
import jp.kodama.testing.KodamaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Two officers, two screens, three in the morning. */
@KodamaTest
class NightShiftTests {

	private static final int WIDE = 1280;

	private static final int HIGH = 900;

	@Autowired
	ApplicationContext kodama;

	@LocalServerPort
	int port;

	Browser browser;

	@BeforeEach
	void sitDown() {
		// A voice that speaks a preview for the first time takes its time on a busy
		// machine.
		PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
		Officers.of(this.kodama).ready("officer").ready("deputy");
		this.browser = Browser.at(this.port);
	}

	@AfterEach
	void goHome() {
		this.browser.close();
	}

	@Test
	void aDrillIsWrittenPreviewedApprovedByAnotherAndWatchedUntilItIsRehearsed() {
		Page officer = this.browser.signedIn("officer", WIDE, HIGH);
		Browser.look(officer, "home");
		write(officer);
		Browser.look(officer, "compose");
		officer.click("text=プレビューへ");
		assertThat(officer.locator(".channel .calm")).hasCount(0);
		assertThat(officer.locator(".phone").first()).containsText("訓練");
		officer.evaluate("document.querySelectorAll('iframe').forEach((one) => { one.loading = 'eager'; })");
		officer.waitForLoadState(LoadState.NETWORKIDLE);
		Browser.look(officer, "preview");
		officer.click("text=承認へ出す");
		assertThat(officer.locator("main")).containsText("承認を待っています");
		String alert = officer.url();
		officer.navigate(alert + "/approval");
		assertThat(officer.locator(".decide")).containsText("起案した本人は承認できません");

		Page deputy = this.browser.signedIn("deputy", WIDE, HIGH);
		deputy.click(".attention .card");
		assertThat(deputy.locator(".channel .calm")).hasCount(0);
		Browser.look(deputy, "approval");
		deputy.fill("#word", "訓練");
		deputy.click("text=承認して訓練を始める");
		assertThat(deputy.locator(".deliveries .good").first()).containsText("リハーサル");
		assertThat(deputy.locator(".deliveries .busy")).hasCount(0);
		Browser.look(deputy, "deliveries");
		deputy.locator(".deliveries a").first().click();
		assertThat(deputy.locator("main")).containsText("だれにも届いていません");
		Browser.look(deputy, "rehearsal");
	}

	@Test
	void theWordsFillThemselvesInAndAnOfficersOwnWordsStay() {
		Page officer = this.browser.signedIn("officer", WIDE, HIGH);
		officer.navigate("/compose/evacuation-order");
		officer.fill("#headline-ja", "住吉に避難指示");
		officer.check("input[value=住吉]");
		assertThat(officer.locator("#everywhere")).not().isChecked();
		officer.selectOption("#blank-hazard", "1");
		assertThat(officer.locator("#description-ja")).hasValue("住吉で、洪水の危険が非常に高まっています。");
		assertThat(officer.locator("#description-en")).hasValue("The danger of flooding is very high in Sumiyoshi.");
		assertThat(officer.locator("#instruction-ja")).hasValue(Pattern.compile("避難所は\\{開いている避難所}です"));
		assertThat(officer.locator("#headline-ja")).hasValue("住吉に避難指示");
		officer.check("#everywhere");
		assertThat(officer.locator("#description-ja")).hasValue(Pattern.compile("^穴水町全域で"));
	}

	@Test
	void everyPageCanBeReadOnAPhoneAndByAScreenReader() {
		Page officer = this.browser.signedIn("officer", 390, 844);
		for (String page : new String[] { "/", "/compose", "/compose/evacuation-order", "/status", "/rehearsal",
				"/audit", "/password" }) {
			officer.navigate(page);
			Browser.look(officer, "phone" + page.replace('/', '-'));
			org.assertj.core.api.Assertions
				.assertThat(officer.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
				.as(page + " scrolls sideways")
				.isEqualTo(true);
		}
	}

	private static void write(Page officer) {
		officer.click("text=新しく起案する");
		Browser.look(officer, "choose");
		officer.click("text=避難指示（警戒レベル４）");
		officer.check("input[value=Exercise]");
		officer.check("input[value=住吉]");
		officer.check("input[value=諸橋]");
		officer.selectOption("#blank-hazard", "0");
		officer.fill("#blank-shelter-ja", "住吉公民館と諸橋公民館");
		officer.fill("#blank-shelter-en", "Sumiyoshi and Morohashi community centres");
	}

}
