package jp.kodama.console;

import jp.kodama.policy.version.PolicyVersions;
import jp.kodama.testing.KodamaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** What the policy's pages refuse, and to whom. */
@KodamaTest
@TestPropertySource(properties = "kodama.policy-every=1000")
@DirtiesContext
class PolicyPagesTests {

	private static final String HELD = "actions: {VTSE41/62: HOLD}\n";

	private static final RequestPostProcessor OFFICER = user("officer").roles("COMPOSER");

	private static final RequestPostProcessor DEPUTY = user("deputy").roles("COMPOSER", "APPROVER");

	private static final RequestPostProcessor ADMIN = user("admin").roles("ADMIN");

	@Autowired
	WebApplicationContext kodama;

	@Autowired
	PolicyVersions versions;

	MockMvcTester pages;

	@BeforeEach
	void open() {
		this.pages = MockMvcTester.from(this.kodama, (builder) -> builder.apply(springSecurity()).build());
		this.versions.proposed().ifPresent((one) -> this.versions.refuse(one.version(), "deputy", "test"));
	}

	@Test
	void onlyAnApproverActivatesAndOnlyWithTheWord() {
		int version = this.versions.propose(HELD, "", "officer").version();
		assertThat(post("/policy/decision/activate", OFFICER, "version", "" + version, "word", "有効")).hasStatus(403);
		assertThat(post("/policy/decision/activate", ADMIN, "version", "" + version, "word", "有効")).hasStatus(403);
		assertThat(post("/policy/decision/activate", DEPUTY, "version", "" + version, "word", "はい")).hasStatusOk()
			.bodyText()
			.contains("確認のことば「有効」を入力してください");
		assertThat(this.versions.proposed()).isPresent();
	}

	@Test
	void anApproverDoesNotActivateTheirOwn() {
		assertThat(post("/policy/proposals", DEPUTY, "text", HELD, "note", "試し")).redirectedUrl()
			.isEqualTo("/policy/proposal");
		int version = this.versions.proposed().orElseThrow().version();
		assertThat(post("/policy/decision/activate", DEPUTY, "version", "" + version, "word", "有効")).hasStatus(422)
			.bodyText()
			.contains("提案した本人は有効にできません");
		assertThat(this.versions.proposed()).isPresent();
	}

	@Test
	void aPageThatSomebodyElseMadeAnOfficersBrowserPostChangesNothing() {
		assertThat(this.pages.post().uri("/policy/proposals").with(OFFICER).param("text", HELD).param("note", "x"))
			.hasStatus(403);
		assertThat(this.versions.proposed()).isEmpty();
	}

	@Test
	void adminsReadAndDoNotPropose() {
		assertThat(this.pages.get().uri("/policy").with(ADMIN)).hasStatusOk();
		assertThat(post("/policy/proposals", ADMIN, "text", HELD, "note", "x")).hasStatus(403);
	}

	@Test
	void aProposalNeedsAReasonAndOnlyItsProposerTakesItBack() {
		assertThat(post("/policy/proposals", OFFICER, "text", HELD)).hasStatus(422).bodyText().contains("理由を書いてください");
		int version = this.versions.propose(HELD, "", "officer").version();
		assertThat(post("/policy/withdraw", user("clerk").roles("COMPOSER"), "version", "" + version)).hasStatus(422);
		assertThat(post("/policy/withdraw", OFFICER, "version", "" + version)).hasStatus(302);
		assertThat(this.versions.proposed()).isEmpty();
	}

	@Test
	void aDraftCanBeGoneOnWithAndSilencingNeedsItsReason() {
		String draft = body(post("/policy/draft", OFFICER, "action.VTSE41/51", "RECORD"));
		assertThat(draft).contains("acknowledge", "action: RECORD").doesNotContain("ほかの人の確認へ出す");
		String again = body(post("/policy/draft", OFFICER, "base", HELD, "action.VXSE53/7", "RECORD"));
		assertThat(again).contains("VXSE53", "VTSE41", "ほかの人の確認へ出す");
		assertThat(body(post("/policy/edit", OFFICER, "text", HELD))).contains("下書きを続けています");
		assertThat(body(post("/policy/draft", OFFICER, "base", HELD, "action.VTSE41/62", "STANDARD")))
			.contains("種別ごとの扱いは変わりません");
	}

	private MvcTestResult post(String page, RequestPostProcessor officer, String... fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.pages.post().uri(page).with(officer).with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
