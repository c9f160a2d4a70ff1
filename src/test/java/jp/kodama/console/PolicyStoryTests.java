package jp.kodama.console;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import jp.kodama.accounts.Officers;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.State;
import jp.kodama.policy.Policy;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Two officers change what the town does at night, and a held telegram waits for them.
 */
@KodamaTest
@TestPropertySource(properties = "kodama.policy-every=1000")
@DirtiesContext
class PolicyStoryTests {

	@Autowired
	ApplicationContext kodama;

	@Autowired
	AlertJournal journal;

	@Autowired
	Policy policy;

	@LocalServerPort
	int port;

	Browser browser;

	@BeforeEach
	void sitDown() {
		PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
		Officers.of(this.kodama).ready("officer").ready("deputy");
		this.browser = Browser.at(this.port);
	}

	@AfterEach
	void goHome() {
		this.browser.close();
	}

	@Test
	void oneProposesAnotherReadsWhatItMeansAndActivates() {
		Page officer = this.browser.signedIn("officer", 1280, 900);
		officer.click("nav >> text=方針");
		Browser.look(officer, "policy");
		officer.selectOption("select[name='action.VTSE41/62']", "HOLD");
		officer.fill("#from", "22:00");
		officer.fill("#until", "06:00");
		officer.fill("#name", "夜間は職員が確認");
		officer.click("text=何が変わるか見る >> nth=0");
		assertThat(officer.locator(".turns").first()).containsText("津波注意報（VTSE41/62）: 自動放送 → 職員確認 (22:00–06:00)");
		Browser.look(officer, "policy-draft");
		officer.fill("#note", "夜の海岸に人がいないため");
		officer.click("text=ほかの人の確認へ出す");
		assertThat(officer.locator(".decide")).containsText("提案した本人は有効にできません");

		Page deputy = this.browser.signedIn("deputy", 1280, 900);
		deputy.navigate("/policy");
		deputy.click(".attention a.button");
		assertThat(deputy.locator("main")).containsText("夜の海岸に人がいないため");
		Browser.look(deputy, "policy-proposal");
		deputy.fill("#word", "有効");
		deputy.click("text=この方針を有効にする");
		assertThat(deputy.locator("main")).containsText("第1版");
		assertThat(deputy.locator("tr:has(select[name='action.VTSE41/62'])")).containsText("職員確認 (22:00–06:00)");
		org.assertj.core.api.Assertions.assertThat(this.policy.town().edition().version()).isEqualTo(1);
		Browser.look(deputy, "policy-active");
		deputy.navigate("/audit");
		assertThat(deputy.locator(".audit")).containsText("policy.ACTIVE");
	}

	@Test
	void aFileWithAFaultIsShownWithItsLine() {
		Page officer = this.browser.signedIn("officer", 390, 844);
		officer.navigate("/policy");
		Browser.look(officer, "phone-policy");
		officer.setInputFiles("#file", new FilePayload("draft.yaml", "text/yaml",
				"rules:\n  - {hazards: [tsunami], action: IGNORE}\n".getBytes(StandardCharsets.UTF_8)));
		officer.click("form[action$='/upload'] button");
		assertThat(officer.locator(".problem")).containsText("2行目 rules[0].action");
		assertThat(officer.locator("main")).not().containsText("ほかの人の確認へ出す");
		Browser.look(officer, "phone-policy-fault");
	}

	@Test
	void whatIsHeldIsSeenOnEveryPageWithItsClock() {
		Alert alert = SampleAlerts.fresh(SampleAlerts.drill());
		this.journal.enter(alert, State.PENDING_APPROVAL, Policy.ACTOR);
		Page officer = this.browser.signedIn("officer", 1280, 900);
		assertThat(officer.locator(".alarms.soft")).containsText("職員の判断待ち 0分");
		assertThat(officer.locator(".waits")).containsText("待っています");
		Browser.look(officer, "held");
		this.kodama.getBean(JdbcClient.class)
			.sql("UPDATE alert SET since = since - 600000 WHERE identifier = ?")
			.param(alert.identifier())
			.update();
		assertThat(officer.locator(".alarms.loud")).containsText("いますぐ判断してください");
		assertThat(officer.locator(".alarming .waits")).containsText("10分");
		assertThat(officer.locator(".alarms.loud")).containsText("OVERDUE");
		Browser.look(officer, "held-alarm");
		officer.navigate("/status");
		assertThat(officer.locator(".alarms.loud")).containsText("職員の判断待ち 10分");
		this.journal.move(alert.identifier(), State.DISCARDED, "deputy", "不要");
		assertThat(officer.locator(".alarms")).hasCount(0);
	}

}
