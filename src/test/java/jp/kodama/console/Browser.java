package jp.kodama.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jp.kodama.accounts.Officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Officers at their screens: a real browser, a screen for each. */
final class Browser implements AutoCloseable {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser chromium;

	private final String address;

	private Browser(String address) {
		this.address = address;
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.chromium = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")));
	}

	/** Skips the story where there is no browser. */
	static Browser at(int port) {
		assumeTrue(Files.isExecutable(CHROMIUM), "no browser at " + CHROMIUM + ": apt-get install chromium");
		return new Browser("http://127.0.0.1:" + port);
	}

	/** An officer signs in on a screen of their own. Any error on it fails the story. */
	Page signedIn(String officer, int width, int height) {
		BrowserContext screen = this.chromium
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height)
				.setLocale("ja-JP")
				.setBaseURL(this.address));
		Page page = screen.newPage();
		page.onPageError((error) -> {
			throw new AssertionError(page.url() + ": " + error);
		});
		page.navigate("/login");
		page.fill("#username", officer);
		page.fill("#password", Officers.PASSWORD);
		page.click("main button");
		return page;
	}

	/** Keeps a picture for people to look at, and checks WCAG 2.1 AA. */
	static void look(Page page, String name) {
		page.screenshot(
				new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")).setFullPage(true));
		List<Rule> violations = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
			.exclude(List.of("iframe"))
			.analyze()
			.getViolations();
		assertThat(violations).as(name)
			.extracting((rule) -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
			.isEmpty();
	}

	@Override
	public void close() {
		this.chromium.close();
		this.playwright.close();
	}

}
