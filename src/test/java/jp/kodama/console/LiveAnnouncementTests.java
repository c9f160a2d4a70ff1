package jp.kodama.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jp.kodama.accounts.Officers;
import jp.kodama.backchannel.monitor.Hearing;
import jp.kodama.backchannel.monitor.MonitorState;
import jp.kodama.backchannel.monitor.Monitors;
import jp.kodama.backchannel.transcript.LiveLine;
import jp.kodama.backchannel.transcript.LiveText;
import jp.kodama.backchannel.transcript.Transcript;
import jp.kodama.backchannel.transcript.Transcripts;
import jp.kodama.receipt.AuditTrail;
import jp.kodama.speech.Recognizers;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Voices;
import jp.kodama.testing.Icecast;
import jp.kodama.testing.Outdoors;
import jp.kodama.testing.RadioTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * An officer speaks over the microphone; a real Icecast server carries it, and the
 * console shows it while it is spoken. Then the source dies, and the recogniser.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // start() sets them, or skips the tests
class LiveAnnouncementTests {

	private static final String SAID = "Attention please. The water will be cut off tomorrow morning.";

	private RadioTown kodama;

	private Icecast icecast;

	private Browser browser;

	private Path announcement;

	private Process radio;

	@BeforeAll
	void start(@TempDir Path folder) throws IOException {
		PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
		this.icecast = new Icecast(folder);
		this.kodama = RadioTown.start(folder, """
				monitors:
				  hill: {kind: stream, address: '%s', language: en, rehearsal: true}
				  page: {kind: stream, address: '%s', language: fr}
				transcripts: {public-address: 'https://town.example'}
				""".formatted(this.icecast.uri("radio.ogg"), this.icecast.uri("style.css")));
		String unavailable = this.kodama.bean(Recognizers.class).unavailable("en");
		assumeTrue(unavailable.isEmpty(), unavailable);
		List<Sound> parts = new ArrayList<>(List.of(Outdoors.chime(), Outdoors.pause(1)));
		this.kodama.bean(Voices.class).speak(SAID, "en", Outdoors.RATE).forEach((one) -> {
			parts.add(one.levelled(-20));
			parts.add(Outdoors.pause(0.7));
		});
		parts.add(Outdoors.chimeDown());
		parts.add(Outdoors.pause(2));
		this.announcement = Files.write(folder.resolve("announcement.wav"), Sound.join(parts).wav());
		Officers.of(this.kodama.context()).ready("officer").ready("deputy");
		this.browser = Browser.at(this.kodama.port());
	}

	@AfterAll
	void stop() {
		for (AutoCloseable one : new AutoCloseable[] { this.browser, this.kodama, this.icecast }) {
			try {
				if (one != null) {
					one.close();
				}
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	@Test
	@Order(1)
	void whatIsSaidIsShownWhileItIsSpokenAndApprovedItReachesEveryTextChannel() throws IOException {
		Page officer = this.browser.signedIn("officer", 1280, 900);
		officer.navigate("/monitors");
		assertThat(monitor("hill").hearing()).isEqualTo(Hearing.DEAD);
		assertThat(monitor("hill").trouble()).contains("404");
		this.radio = this.icecast.play(this.announcement, "radio.ogg", 6);
		assertThat(officer.locator("[data-monitor=hill] .said")).containsText("please");
		assertThat(officer.locator("[data-monitor=hill]")).hasClass(Pattern.compile("on-air"));
		Browser.look(officer, "monitors-live");
		assertThat(officer.locator("#radio-state")).containsText("職員の確認待ち");
		assertThat(officer.locator("#radio-state")).containsText("tomorrow");
		Browser.look(officer, "monitors");

		officer.click("#radio-state a:has-text('water')");
		Browser.look(officer, "transcript");
		officer.fill("#headline", "断水のお知らせ");
		officer.fill("#description", "明日の朝、断水します。");
		officer.click("text=プレビューへ");
		officer.click("text=承認へ出す");
		assertThat(officer.locator("main")).containsText("承認を待っています");
		String alert = officer.url();

		Page deputy = this.browser.signedIn("deputy", 1280, 900);
		deputy.navigate(alert + "/approval");
		deputy.fill("#word", deputy.getAttribute("#word", "data-expected"));
		deputy.click("text=承認して");
		assertThat(deputy.locator(".deliveries .good")).hasCount(6);
		assertThat(deputy.locator(".deliveries .busy")).hasCount(0);
		Browser.look(deputy, "transcript-delivered");
		for (String channel : List.of("email", "line", "website", "signage")) {
			assertThat(written(channel)).as(channel).contains("断水");
		}
		assertThat(this.kodama.home().resolve("rehearsal/radio")).doesNotExist();
		Transcript transcript = this.kodama.bean(Transcripts.class).latest(1).get(0);
		assertThat(written("website")).contains("https://town.example/feed/recordings/" + transcript.recording());
		assertThat(this.kodama.bean(AuditTrail.class).latest(200).toString()).contains(transcript.recording());
	}

	@Test
	@Order(2)
	void aPageInsteadOfAStreamAndASourceThatDiesAreSaidAndMended() throws IOException {
		assertThat(monitor("page").trouble()).contains("音声ではなくページです");
		this.radio.destroyForcibly();
		await().until(() -> monitor("hill").hearing() == Hearing.DEAD);
		this.radio = this.icecast.play(this.announcement, "radio.ogg", 1);
		await().until(() -> monitor("hill").hearing() == Hearing.SOUND);
	}

	@Test
	@Order(3)
	void aRecogniserThatIsKilledIsSaidAndStartedAgainAndTheWholeIsHeardAgain() throws IOException {
		this.radio.destroyForcibly();
		await().until(() -> monitor("hill").hearing() == Hearing.DEAD);
		await().until(() -> !live().onAir());
		Instant before = Instant.now();
		Page officer = this.browser.signedIn("officer", 1280, 900);
		officer.navigate("/monitors");
		this.radio = this.icecast.play(this.announcement, "radio.ogg", 2);
		await().until(() -> live().onAir() && live().text().contains("please"));
		List<ProcessHandle> killed = recognisers();
		assertThat(killed).isNotEmpty();
		killed.forEach(ProcessHandle::destroyForcibly);
		assertThat(officer.locator("[data-monitor=hill] .cause")).containsText("聞き取りが途切れました");
		assertThat(live().onAir()).as("it is still on the air").isTrue();
		assertThat(monitor("hill").hearing()).as("the source never failed").isIn(Hearing.SOUND, Hearing.SILENCE);
		await().until(() -> recognisers().stream().anyMatch((one) -> !killed.contains(one)));
		Transcript transcript = await().until(() -> this.kodama.bean(Transcripts.class).latest(1).get(0),
				(one) -> one.began().isAfter(before));
		assertThat(transcript.text()).as("what was said before and after").contains("please", "water");
		assertThat(transcript.state()).isEqualTo(Transcript.State.WAITING);
		assertThat(transcript.note()).as("nothing is missing").isEmpty();
		assertThat(live().trouble()).isEmpty();
	}

	private LiveLine live() {
		return this.kodama.bean(LiveText.class)
			.lines()
			.stream()
			.filter((one) -> one.monitor().equals("hill"))
			.findFirst()
			.orElseThrow();
	}

	/** The processes that hear English, of whatever engine runs in this test run. */
	private static List<ProcessHandle> recognisers() {
		return ProcessHandle.current()
			.children()
			.filter((child) -> child.info().commandLine().orElse("").contains("VoskWorker"))
			.toList();
	}

	private MonitorState monitor(String id) {
		return this.kodama.bean(Monitors.class)
			.all()
			.stream()
			.filter((one) -> one.id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private String written(String channel) throws IOException {
		StringBuilder all = new StringBuilder();
		try (Stream<Path> files = Files.walk(this.kodama.home().resolve("rehearsal").resolve(channel))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				all.append(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8));
				if (file.toString().endsWith(".eml")) {
					all.append(MailView.read(Files.readAllBytes(file)));
				}
			}
		}
		return all.toString();
	}

}
