package jp.kodama.channel.signage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import jp.kodama.alert.Alert;
import jp.kodama.delivery.Evidence;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The player page in a real browser; pictures of it are left in
 * {@code target/screenshots}.
 */
class PlayerTests {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	@TempDir
	Path folder;

	@SuppressWarnings("NullAway.Init")
	private Playwright playwright;

	@SuppressWarnings("NullAway.Init")
	private Page page;

	@BeforeEach
	void open() {
		assumeTrue(Files.isExecutable(CHROMIUM), "no browser at " + CHROMIUM + ": apt-get install chromium");
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		Browser browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
						"--disable-component-update")));
		this.page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 720));
		this.page.clock().install();
	}

	@AfterEach
	void close() {
		if (this.playwright != null) {
			this.playwright.close();
		}
	}

	@Test
	void anAlertTakesOverTheScreenAndTheScreenSaysSo() throws Exception {
		Alert alert = SampleAlerts.fresh(SampleAlerts.evacuation());
		try (Lobby lobby = new Lobby(this.folder, "live")) {
			this.page.navigate(lobby.uri("/signage/player?name=役場ロビー").toString());
			shows("#none", "現在、発表中の情報はありません");
			shows("#town", "穴水町");
			picture("peace");
			lobby.release(alert);
			shows("#text", "危険な場所から全員避難してください");
			shows("#level", "警戒レベル４");
			picture("takeover");
			await().untilAsserted(() -> assertThat(lobby.evidence(alert, Evidence.DELIVERED)).hasSize(1));
			this.page.clock().fastForward(31_000);
			shows("#text", "土砂災害の危険");
			picture("takeover-2");
			assertThat(this.page.locator("#rehearsal").isVisible()).isFalse();
		}
		this.page.clock().fastForward(120_000);
		shows("#lost", "通信が切れています");
		assertThat(this.page.locator("#headline").isVisible()).as("what was on stays on").isTrue();
		picture("lost");
	}

	@Test
	void aScreenThatHearsNothingDoesNotClaimThatAllIsWell() throws Exception {
		try (Lobby lobby = new Lobby(this.folder, "live")) {
			this.page.navigate(lobby.uri("/signage/player").toString());
			shows("#none", "現在、発表中の情報はありません");
		}
		this.page.clock().fastForward(60_000);
		shows("#none", "いま、情報を受け取れません");
	}

	@Test
	void aRehearsalSaysSoAllTheTime() throws Exception {
		try (Lobby lobby = new Lobby(this.folder, "rehearsal")) {
			this.page.navigate(lobby.uri("/signage/player?world=rehearsal").toString());
			shows("#rehearsal", "リハーサル");
			lobby.release(SampleAlerts.fresh(SampleAlerts.drill()));
			shows("#headline", "【訓練】津波警報");
			shows("#rehearsal", "リハーサル");
			picture("rehearsal");
			for (int slide = 0; slide < 3; slide++) {
				assertThat(this.page.evaluate("document.querySelector('#text').scrollHeight"
						+ " <= document.querySelector('#room').clientHeight"))
					.as("nothing is cut off")
					.isEqualTo(true);
				this.page.clock().fastForward(31_000);
			}
		}
	}

	private void shows(String part, String words) {
		this.page.locator(part, new Page.LocatorOptions().setHasText(words))
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
	}

	private void picture(String name) {
		this.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
	}

}
