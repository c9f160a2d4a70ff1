package jp.kodama.console;

import java.nio.charset.Charset;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import jp.kodama.accounts.Officers;
import jp.kodama.alert.Alert;
import jp.kodama.approval.Approvals;
import jp.kodama.audience.residents.Directory;
import jp.kodama.receipt.AuditTrail;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * An officer takes in the town's list, warns those on it, sees what each of them got, and
 * erases one who asks for it; the record stays whole.
 */
@KodamaTest
class ResidentStoryTests {

	private static final String LIST = """
			番号,氏名,言語,地区,グループ,同意,同意方法,同意日,静穏時間,メール,SMS
			S-1,穴水 花子,ja,住吉,区長,あり,紙,2026-04-01,22:00-6:00,hanako.story@resident.example.jp,090-1234-5678
			S-2,諸橋 太郎,ja,諸橋,消防団;職員,あり,紙,2026-04-01,,taro.story@resident.example.jp,
			S-3,だめ,xx,東京,,あり,,,,not a mail,12
			""";

	@Autowired
	ApplicationContext kodama;

	@Autowired
	Approvals approvals;

	@Autowired
	Directory directory;

	@Autowired
	AuditTrail trail;

	@Autowired
	ProducerTemplate routes;

	@Autowired
	JdbcTemplate jdbc;

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
		this.jdbc.update("DELETE FROM recipient WHERE resident > 0");
		this.jdbc.update("DELETE FROM resident_group");
		this.jdbc.update("DELETE FROM resident");
		this.jdbc.update("DELETE FROM suppression");
	}

	@Test
	void aListIsCheckedTakenInUsedSearchedAndOneOfThemForgotten() {
		Page officer = this.browser.signedIn("officer", 1280, 900);
		officer.click("nav >> text=住民");
		Browser.look(officer, "residents");
		officer.setInputFiles("#file",
				new FilePayload("住民名簿.csv", "text/csv", LIST.getBytes(Charset.forName("windows-31j"))));
		officer.click("text=検査する");
		assertThat(officer.locator("#import-state")).containsText("正しい2人だけ取り込む");
		assertThat(officer.locator("#main")).containsText("Shift_JIS");
		assertThat(officer.locator("#import-state")).containsText("ない地区です");
		Browser.look(officer, "residents-import-checked");
		org.assertj.core.api.Assertions.assertThat(this.directory.count()).as("only checked").isZero();
		officer.click("text=正しい2人だけ取り込む");
		assertThat(officer.locator("#import-state")).containsText("2人を取り込みました。");

		Alert drill = SampleAlerts.fresh(SampleAlerts.drill());
		this.approvals.draft(drill, "officer");
		this.approvals.submit(drill.identifier(), "officer");
		this.approvals.approve(drill.identifier(), "deputy");
		this.routes.sendBody("direct:released", drill.identifier());

		officer.navigate("/residents");
		officer.fill("#words", "はなこ");
		officer.click(".find button");
		// Her name is in kanji: kana do not find it, her number's last digits do.
		assertThat(officer.locator("main")).containsText("見つかりませんでした");
		officer.fill("#words", "1234-5678");
		officer.click(".find button");
		assertThat(officer.locator(".people")).containsText("穴水 花子");
		assertThat(officer.locator(".people")).not().containsText("hanako.story@");
		Browser.look(officer, "residents-found");
		officer.click(".people a");
		Awaitility.await().untilAsserted(() -> {
			officer.reload();
			org.assertj.core.api.Assertions.assertThat(officer.textContent("main")).contains("リハーサル");
		});
		assertThat(officer.locator("main")).containsText("hanako.story@resident.example.jp");
		assertThat(officer.locator("table.audit")).containsText(drill.main().text().headline());
		Browser.look(officer, "resident");
		officer.setViewportSize(390, 844);
		Browser.look(officer, "resident-phone");
		officer.setViewportSize(1280, 900);

		officer.click("text=この人の情報を消す");
		officer.fill("#reason", "本人の申し出");
		officer.fill("#word", "消去");
		officer.click("button.danger");
		assertThat(officer.locator("h1")).containsText("住民");
		for (String table : new String[] { "recipient", "delivery_target", "receipt" }) {
			org.assertj.core.api.Assertions
				.assertThat(this.jdbc.queryForList("SELECT * FROM " + table + " WHERE address LIKE '%hanako.story%'"))
				.as(table)
				.isEmpty();
		}
		org.assertj.core.api.Assertions.assertThat(this.trail.verify()).isEmpty();
		org.assertj.core.api.Assertions.assertThat(this.trail.latest(50))
			.extracting((entry) -> entry.event().action())
			.contains("contacts.IMPORTED", "resident.LISTED", "resident.SEEN", "resident.ERASED");
		officer.navigate("/alerts/" + drill.identifier() + "/failures");
		assertThat(officer.locator("main")).containsText("失敗した宛先はありません");
	}

	@Test
	void whoHasNothingToDoWithWarningsSeesNobody() {
		Officers.of(this.kodama).ready("admin");
		Page admin = this.browser.signedIn("admin", 1280, 900);
		assertThat(admin.locator("nav")).not().containsText("住民");
		for (String page : new String[] { "/residents", "/residents/1", "/residents/export.csv" }) {
			org.assertj.core.api.Assertions.assertThat(admin.navigate(page).status()).as(page).isEqualTo(403);
		}
	}

	@Test
	void pagesFitAPhone() {
		Page officer = this.browser.signedIn("officer", 390, 844);
		for (String page : new String[] { "/residents", "/residents/suppressed", "/signup" }) {
			officer.navigate(page);
			Browser.look(officer, "phone" + page.replace('/', '-'));
			org.assertj.core.api.Assertions
				.assertThat((Boolean) officer
					.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
				.as(page + " is no wider than the screen")
				.isTrue();
		}
	}

}
