package jp.kodama.accounts;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import jp.kodama.testing.KodamaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** Who gets in, and how far. */
@KodamaTest
class SignInTests {

	@Autowired
	WebApplicationContext kodama;

	@Autowired
	AccountTable table;

	@Autowired
	PasswordEncoder encoder;

	@Autowired
	FirstStart firstStart;

	MockMvcTester pages;

	@BeforeEach
	void open() {
		this.pages = MockMvcTester.from(this.kodama, (builder) -> builder.apply(springSecurity()).build());
	}

	@Test
	void aOneTimePasswordOpensOnlyThePageWhereItIsChanged() {
		newcomer("yamada");
		MockHttpSession session = signIn("yamada", "once-only-pass");
		for (String page : List.of("/", "/compose", "/status", "/rehearsal", "/audit")) {
			assertThat(this.pages.get().uri(page).session(session)).as(page).redirectedUrl().isEqualTo("/password");
		}
		assertThat(this.pages.post().uri("/compose/notice").session(session).with(csrf())).hasStatus(403);
		assertThat(change(session, "once-only-pass", "hisui-no-umi-2026")).redirectedUrl().isEqualTo("/login?changed");
		assertThat(this.pages.get().uri("/").session(signIn("yamada", "hisui-no-umi-2026"))).hasStatusOk();
		assertThat(tried("yamada", "once-only-pass")).redirectedUrl().isEqualTo("/login?error");
	}

	@Test
	void aPasswordIsRefusedThatIsShortOrTheSameOrUnknown() {
		newcomer("suzuki");
		MockHttpSession session = signIn("suzuki", "once-only-pass");
		assertThat(change(session, "once-only-pass", "short")).bodyText().contains("12文字以上");
		assertThat(change(session, "once-only-pass", "once-only-pass")).bodyText().contains("いまと違う");
		assertThat(change(session, "guessed", "hisui-no-umi-2026")).bodyText().contains("いまのパスワードが違います");
		assertThat(change(session, "once-only-pass", "あ".repeat(25))).bodyText().contains("長すぎます");
	}

	@Test
	void aForgedFormIsRefused() {
		Officers.of(this.kodama).ready("officer");
		MockHttpSession session = signIn("officer", Officers.PASSWORD);
		assertThat(this.pages.post().uri("/compose/notice").session(session).param("status", "Actual")).hasStatus(403);
		assertThat(this.pages.post().uri("/logout").session(session)).hasStatus(403);
	}

	@Test
	void aSessionIsNoTicketForTheApi() {
		Officers.of(this.kodama).ready("officer");
		MockHttpSession session = signIn("officer", Officers.PASSWORD);
		assertThat(this.pages.post().uri("/api/v1/alerts").session(session)).hasStatus(401)
			.hasContentType("application/problem+json;charset=UTF-8");
	}

	@Test
	void onlyHealthAndThePublicsPagesAreOpenToAll() {
		assertThat(this.pages.get().uri("/actuator/health/liveness")).hasStatusOk();
		for (String page : List.of("/", "/actuator/prometheus", "/v3/api-docs", "/rehearsal", "/audit/check")) {
			assertThat(this.pages.get().uri(page)).as(page).hasStatus(302).redirectedUrl().endsWith("/login");
		}
	}

	@Test
	void aProgramReadsFiguresAndDocumentsWithItsToken() {
		String token = Officers.of(this.kodama).token("monitor", "read");
		assertThat(this.pages.get().uri("/actuator/prometheus").header("Authorization", token)).hasStatusOk();
		assertThat(this.pages.get().uri("/v3/api-docs").header("Authorization", token)).bodyText()
			.contains("/api/v1/alerts");
		assertThat(this.pages.get().uri("/v3/api-docs").header("Authorization", "Bearer forged")).hasStatus(401);
	}

	@Test
	void theFirstStartPrintsThePasswordsAndTheSecondNone(@Autowired JdbcClient jdbc) {
		jdbc.sql("DELETE FROM account WHERE name IN ('deputy', 'admin')").update();
		assertThat(printed()).containsPattern("deputy +([a-z2-9]{4}-){3}[a-z2-9]{4}")
			.contains("admin")
			.doesNotContain("officer");
		assertThat(printed()).isEmpty();
		for (String name : List.of("officer", "deputy", "admin")) {
			assertThat(this.table.find(name)).get()
				.satisfies((account) -> assertThat(account.password()).startsWith("{bcrypt}"));
		}
	}

	@Test
	void theOperatorsTokenIsForTheOwnersEyesOnly(@Value("${kodama.home}") Path home) throws Exception {
		Path file = home.resolve("operator.token");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		String token = Files.readString(file).strip();
		assertThat(this.pages.get().uri("/api/v1/alerts").header("Authorization", "Bearer " + token)).hasStatusOk();
	}

	private String printed() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.firstStart.run(new PrintStream(out, true, StandardCharsets.UTF_8));
		return out.toString(StandardCharsets.UTF_8);
	}

	private void newcomer(String name) {
		this.table.insert(new Account(name, name, String.valueOf(this.encoder.encode("once-only-pass")),
				List.of("COMPOSER"), true));
	}

	private MockHttpSession signIn(String name, String password) {
		MvcTestResult result = tried(name, password);
		assertThat(result).redirectedUrl().isEqualTo("/");
		return (MockHttpSession) result.getRequest().getSession();
	}

	private MvcTestResult tried(String name, String password) {
		return this.pages.post()
			.uri("/login")
			.with(csrf())
			.param("username", name)
			.param("password", password)
			.exchange();
	}

	private MvcTestResult change(MockHttpSession session, String current, String chosen) {
		return this.pages.post()
			.uri("/password")
			.session(session)
			.with(csrf())
			.param("current", current)
			.param("chosen", chosen)
			.param("again", chosen)
			.exchange();
	}

}
