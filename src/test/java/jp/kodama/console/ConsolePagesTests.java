package jp.kodama.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.approval.Approvals;
import jp.kodama.delivery.Channels;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** What officers are shown, and what the pages refuse. */
@KodamaTest
class ConsolePagesTests {

	private static final RequestPostProcessor OFFICER = user("officer").roles("COMPOSER");

	private static final RequestPostProcessor DEPUTY = user("deputy").roles("COMPOSER", "APPROVER");

	@Autowired
	WebApplicationContext kodama;

	@Autowired
	AlertJournal journal;

	@Autowired
	Approvals approvals;

	@Autowired
	Channels channels;

	MockMvcTester pages;

	@BeforeEach
	void open() {
		this.pages = MockMvcTester.from(this.kodama, (builder) -> builder.apply(springSecurity()).build());
	}

	@Test
	void whileNoChannelIsLiveEveryPageSaysSo() {
		for (String page : List.of("/", "/compose", "/compose/tsunami", "/status", "/rehearsal", "/audit")) {
			assertThat(get(page, OFFICER)).as(page).hasStatusOk().bodyText().contains("リハーサル中：住民には届きません");
		}
	}

	@Test
	void aNewAlertMustBeSaidToBeRealOrADrill() {
		MvcTestResult refused = compose("notice", "headline.ja", "お知らせ", "instruction.ja", "ご確認ください。");
		assertThat(refused).hasStatusOk().bodyText().contains("「本番」か「訓練」を選んでください", "ご確認ください。");
	}

	@Test
	void aDraftKeepsWhatTheOfficerWroteAndFillsTheBlanks() {
		Alert alert = drafted(compose("evacuation-order", "status", "Exercise", "district", "住吉", "blank.hazard", "1",
				"blank.shelter.ja", "住吉公民館", "headline.ja", "避難指示を発令しました", "instruction.ja", "避難所は{開いている避難所}です。",
				"description.ja", "{districts}で、{hazard}の危険があります。"));
		assertThat(alert.main().text().instruction()).isEqualTo("避難所は住吉公民館です。");
		assertThat(alert.main().text().description()).isEqualTo("住吉で、洪水の危険があります。");
		assertThat(alert.infos()).hasSize(1);
	}

	@Test
	void theComposerIsToldWhyTheyCannotApprove() {
		Alert alert = submitted();
		String page = "/alerts/" + alert.identifier() + "/approval";
		assertThat(get(page, OFFICER)).bodyText().contains("起案した本人は承認できません").doesNotContain("name=\"word\"");
		assertThat(post(page + "/release", OFFICER, "word", "訓練")).hasStatus(403);
		assertThat(get(page, user("clerk").roles("COMPOSER"))).bodyText().contains("承認の権限がありません");
		assertThat(state(alert)).isEqualTo(State.PENDING_APPROVAL);
	}

	@Test
	void aDrillIsReleasedByItsOwnWordOnly() {
		Alert alert = submitted();
		String page = "/alerts/" + alert.identifier() + "/approval/release";
		assertThat(post(page, DEPUTY, "word", "発信")).hasStatusOk().bodyText().contains("確認のことば「訓練」を入力してください");
		assertThat(state(alert)).isEqualTo(State.PENDING_APPROVAL);
		assertThat(post(page, DEPUTY, "word", "訓練")).redirectedUrl().isEqualTo("/alerts/" + alert.identifier());
		assertThat(state(alert)).isEqualTo(State.RELEASED);
	}

	@Test
	void sendingBackNeedsAReason() {
		Alert alert = submitted();
		String page = "/alerts/" + alert.identifier() + "/approval/back";
		assertThat(post(page, DEPUTY)).hasStatus(422).bodyText().contains("理由を書いてください");
		assertThat(post(page, DEPUTY, "reason", "避難所が違います")).hasStatus(302);
		assertThat(state(alert)).isEqualTo(State.DRAFT);
	}

	@Test
	void theTableOfDeliveriesIsSentAgainOnlyWhenItChanged() {
		Alert alert = submitted();
		String page = "/alerts/" + alert.identifier() + "/deliveries";
		String body = body(get(page, OFFICER));
		String seen = body.replaceFirst("(?s).*seen=([\\w-]+)\".*", "$1");
		assertThat(get(page + "?seen=" + seen, OFFICER)).hasStatus(204);
		this.approvals.approve(alert.identifier(), "deputy");
		assertThat(get(page + "?seen=" + seen, OFFICER)).hasStatusOk();
	}

	@Test
	void aPreviewShowsADrillWithItsMarkOnEveryChannel() {
		Alert alert = submitted();
		this.channels.all().forEach((channel) -> {
			String card = body(get("/alerts/" + alert.identifier() + "/preview/" + channel.id(), OFFICER));
			assertThat(card).as(channel.id()).containsAnyOf("訓練", "<iframe", "この経路はいま使えません");
		});
	}

	@Test
	void theApproverSeesWhatAnUpdateChanges() {
		Alert old = SampleAlerts.fresh(SampleAlerts.drill());
		this.journal.enterReleased(old, "test", "");
		MvcTestResult drafted = post("/alerts/" + old.identifier() + "/update", OFFICER, "lasts", "PT6H", "headline.ja",
				"大津波警報に切り替わりました", "instruction.ja", "もっと高い所へ。", "headline.en", "Major Tsunami Warning",
				"instruction.en", "Go higher.");
		Alert update = drafted(drafted);
		assertThat(update.references()).containsExactly(old.key());
		assertThat(update.status()).isEqualTo(old.status());
		this.approvals.submit(update.identifier(), "officer");
		assertThat(get("/alerts/" + update.identifier() + "/approval", DEPUTY)).bodyText()
			.contains("いまの内容との違い", old.main().text().headline(), "大津波警報に切り替わりました");
	}

	@Test
	void aRetractionIsReadyToSend() {
		Alert old = SampleAlerts.fresh(SampleAlerts.drill());
		this.journal.enterReleased(old, "test", "");
		assertThat(get("/alerts/" + old.identifier(), OFFICER)).bodyText()
			.contains("/cancel/lifted", "/cancel/mistake", "/update");
		assertThat(get("/alerts/" + old.identifier() + "/cancel/mistake", OFFICER)).bodyText()
			.contains("先ほどの津波警報は誤りです", "issued by mistake");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/rehearsal/%s/none", "/rehearsal/%s/..%%2f..%%2f",
			"/rehearsal/%s/d/..%%2f..%%2f..%%2foperator.token", "/rehearsal/%s/d/../../../operator.token",
			"/rehearsal/../operator.token", "/rehearsal/nosuch/d/a.txt",
			"/rehearsal/%s/d/%%2e%%2e/%%2e%%2e/%%2e%%2e/operator.token" })
	void nothingOutsideTheRehearsalFolderIsEverShown(String path) {
		String channel = this.channels.all().iterator().next().id();
		MvcTestResult result = this.pages.get()
			.uri(java.net.URI.create(path.formatted(channel)))
			.with(OFFICER)
			.exchange();
		assertThat(result.getResponse().getStatus()).isIn(400, 404);
		assertThat(body(result)).doesNotContain("kodama_");
	}

	@Test
	void aRehearsedPageRunsNoScriptAndLoadsNothingForeign(@Value("${kodama.home}") Path home) throws Exception {
		String channel = this.channels.all().iterator().next().id();
		Path file = home.resolve("rehearsal/" + channel + "/page.0/ja.html");
		Files.createDirectories(file.getParent());
		Files.writeString(file, "<script>alert(1)</script>");
		Files.createSymbolicLink(file.resolveSibling("leak.txt"), home.resolve("operator.token").toAbsolutePath());
		MvcTestResult page = get("/rehearsal/" + channel + "/page.0/ja.html", OFFICER);
		assertThat(page).hasStatusOk();
		assertThat(page.getResponse().getHeaders("Content-Security-Policy"))
			.allMatch((policy) -> policy.contains("sandbox") && policy.contains("default-src 'none'"));
		assertThat(get("/rehearsal/" + channel + "/page.0", OFFICER)).bodyText()
			.contains("sandbox=\"allow-same-origin\"", "だれにも届いていません");
		assertThat(get("/rehearsal/" + channel + "/page.0/leak.txt", OFFICER)).hasStatus(404);
	}

	@Test
	void theRecordIsShownAndChecked() {
		submitted();
		assertThat(get("/audit", OFFICER)).bodyText().contains("alert.PENDING_APPROVAL");
		assertThat(get("/audit/check", OFFICER)).bodyText().contains("記録は完全です");
	}

	private Alert submitted() {
		Alert alert = SampleAlerts.fresh(SampleAlerts.drill());
		this.approvals.draft(alert, "officer");
		this.approvals.submit(alert.identifier(), "officer");
		return alert;
	}

	private State state(Alert alert) {
		return this.journal.find(alert.identifier()).map(JournalEntry::state).orElseThrow();
	}

	private Alert drafted(MvcTestResult result) {
		assertThat(result).hasStatus(302);
		String identifier = String.valueOf(result.getResponse().getRedirectedUrl()).split("/")[2];
		return this.journal.find(identifier).map(JournalEntry::alert).orElseThrow();
	}

	private MvcTestResult compose(String template, String... fields) {
		return post("/compose/" + template, OFFICER,
				java.util.stream.Stream
					.concat(java.util.stream.Stream.of("lasts", "PT6H"), java.util.Arrays.stream(fields))
					.toArray(String[]::new));
	}

	private MvcTestResult get(String page, RequestPostProcessor officer) {
		return this.pages.get().uri(page).with(officer).exchange();
	}

	private MvcTestResult post(String page, RequestPostProcessor officer, String... fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.pages.post().uri(page).with(officer).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
