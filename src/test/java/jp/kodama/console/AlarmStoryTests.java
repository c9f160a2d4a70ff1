package jp.kodama.console;

import java.time.Duration;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jp.kodama.accounts.Officers;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.State;
import jp.kodama.policy.Policy;
import jp.kodama.receipt.AuditEntry;
import jp.kodama.receipt.AuditTrail;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Something rings at night, whatever page the officer has open. Begins with an engine of
 * its own: one that has stood for a quarter of an hour rings, since no self-test runs.
 */
@KodamaTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class AlarmStoryTests {

	/** Counts the tones that a loudspeaker would have been given. */
	private static final String LISTEN = """
			window.tones = 0;
			const start = OscillatorNode.prototype.start;
			OscillatorNode.prototype.start = function (when) { window.tones += 1; return start.call(this, when); };
			""";

	@Autowired
	ApplicationContext kodama;

	@Autowired
	AlertJournal journal;

	@Autowired
	AuditTrail trail;

	@LocalServerPort
	int port;

	private Browser browser;

	private @Nullable Alert waiting;

	@BeforeEach
	void sitDown() {
		PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
		Officers.of(this.kodama).ready("officer").ready("deputy");
		this.browser = Browser.at(this.port);
	}

	@AfterEach
	void goHome() {
		if (this.waiting != null) {
			this.journal.move(this.waiting.identifier(), State.DISCARDED, "test", "");
		}
		this.browser.close();
	}

	@Test
	void whatWaitsRingsOnEveryPageUntilANamedOfficerHasSeenIt() {
		Page officer = this.browser.signedIn("officer", 1280, 900);
		officer.addInitScript(LISTEN);
		officer.navigate("/status");
		assertThat(officer.locator(".alarms")).hasCount(0);
		Alert alert = held();
		assertThat(officer.locator(".alarms.soft")).containsText("津波警報が発表されました");
		Browser.look(officer, "alarm-silent");
		officer.click("h1");
		assertThat(officer.locator(".sound .state")).containsText("警報音が鳴っています");
		await().pollInSameThread().until(() -> Boolean.TRUE.equals(officer.evaluate("window.tones > 0")));
		Browser.look(officer, "alarm-status");

		officer.click("text=5分消音");
		assertThat(officer.locator(".sound .state")).containsText("消音中（あと5分）");
		officer.click("text=確認しました");
		assertThat(officer.locator(".alarms.none .by")).containsText("確認済み");
		assertThat(this.trail.latest(10)).extracting(AuditEntry::event)
			.anyMatch((one) -> one.actor().equals("officer") && one.action().equals("alarm.SEEN")
					&& one.subject().equals("held/" + alert.identifier()));
		Page deputy = this.browser.signedIn("deputy", 1280, 900);
		assertThat(deputy.locator(".alarms.none .by")).containsText("確認済み");
		Browser.look(deputy, "alarm-seen");
	}

	@Test
	void theHomePageShowsWhatWaitsWithoutBeingLoadedAgain() {
		Page officer = this.browser.signedIn("officer", 1280, 900);
		assertThat(officer.locator(".waits")).hasCount(0);
		Alert alert = held();
		assertThat(officer.locator(".waits")).hasCount(1);
		this.journal.move(alert.identifier(), State.DISCARDED, "deputy", "不要");
		this.waiting = null;
		assertThat(officer.locator(".waits")).hasCount(0);
		assertThat(officer.locator(".alarms")).hasCount(0);
	}

	@Test
	void aPageThatNoLongerHearsOfAlarmsDoesNotLookCalm() {
		Page officer = this.browser.signedIn("officer", 390, 844);
		assertThat(officer.locator("#lost")).isHidden();
		officer.context().setOffline(true);
		assertThat(officer.locator("#lost")).isVisible();
		assertThat(officer.locator("#lost")).containsText("サーバーと通信できません");
		officer.screenshot(
				new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/screenshots/alarm-lost.png")));
		officer.context().setOffline(false);
		assertThat(officer.locator("#lost")).isHidden();
	}

	@Test
	void whoeverIsSignedOutMeanwhileIsSentToSignIn() {
		Page officer = this.browser.signedIn("officer", 1280, 900);
		officer.context().clearCookies();
		officer.waitForURL("**/login*", new Page.WaitForURLOptions().setTimeout(Duration.ofSeconds(60).toMillis()));
	}

	/** A telegram that policy holds back. */
	private Alert held() {
		Alert alert = SampleAlerts.fresh(SampleAlerts.tsunami());
		this.journal.enter(alert, State.PENDING_APPROVAL, Policy.ACTOR);
		this.waiting = alert;
		return alert;
	}

}
