package jp.kodama.audience.signup;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jp.kodama.audience.AddressOffered;
import jp.kodama.audience.AddressRefused;
import jp.kodama.audience.Audience;
import jp.kodama.audience.Recipient;
import jp.kodama.audience.residents.Consent;
import jp.kodama.audience.residents.Directory;
import jp.kodama.audience.residents.Known;
import jp.kodama.receipt.AuditTrail;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A resident signs up with a plain browser, without scripts, and leaves with one click.
 */
@KodamaTest
class SignupStoryTests {

	private static final Pattern LINK = Pattern.compile("http://\\S+");

	@Autowired
	Directory directory;

	@Autowired
	Audience audience;

	@Autowired
	UnsubscribeTokens tokens;

	@Autowired
	AuditTrail trail;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	ApplicationEventPublisher events;

	@Value("${kodama.home}")
	Path home;

	@LocalServerPort
	int port;

	private final HttpClient browser = HttpClient.newHttpClient();

	private final Set<Path> read = new HashSet<>();

	@BeforeEach
	void nobodyYet() throws IOException {
		letters();
	}

	@AfterEach
	void leaveNobody() {
		this.jdbc.update("DELETE FROM recipient WHERE resident > 0");
		this.jdbc.update("DELETE FROM resident");
		this.jdbc.update("DELETE FROM suppression");
		this.jdbc.update("DELETE FROM signup");
	}

	@Test
	void onlyWhoeverReadsTheMailIsRegistered() throws Exception {
		assertThat(get("/signup").body()).contains("メールアドレス", "Sign up", "うけとる").doesNotContain("<script");
		HttpResponse<String> asked = post("/signup", "address=Mei%40Example.jp&language=en&district=" + word("住吉"));
		assertThat(asked.statusCode()).isEqualTo(200);
		MimeMessage letter = letter();
		assertThat(letter.getAllRecipients()[0]).hasToString("Mei@example.jp");
		assertThat(letter.getSubject()).contains("Anamizu Town");
		String link = link(letter);
		assertThat(this.directory.holder("email", "Mei@example.jp")).isEmpty();
		assertThat(get(link).body()).contains("登録しますか");
		assertThat(this.directory.holder("email", "Mei@example.jp")).as("a program that follows links").isEmpty();

		String form = link.substring(0, link.indexOf('?'));
		String token = link.substring(link.indexOf('?') + 1);
		assertThat(post(form, token).body()).contains("登録しました");
		Known mei = this.directory.holder("email", "Mei@example.jp").orElseThrow();
		assertThat(mei.resident().consent().state()).isEqualTo(Consent.State.GIVEN);
		assertThat(mei.resident().language()).isEqualTo("en");
		assertThat(mei.resident().home().district()).isEqualTo("住吉");
		assertThat(reached()).contains("Mei@example.jp");
		assertThat(post(form, token).statusCode()).as("a link works once").isEqualTo(410);

		HttpResponse<String> again = post("/signup", "address=mei%40example.jp&language=en&district=");
		assertThat(again.body()).isEqualTo(asked.body());
		letter();
		HttpResponse<String> known = post("/signup", "address=Mei%40example.jp&language=en&district=");
		assertThat(known.body()).as("nobody learns who is registered").isEqualTo(asked.body());
		MimeMessage told = letter();
		assertThat(told.getContent().toString()).contains("registered already");
		String leave = link(told);
		assertThat(get(leave).body()).contains("配信をやめますか", "Me…@example.jp").doesNotContain("Mei@example.jp");
		assertThat(reached()).as("looking is not leaving").contains("Mei@example.jp");
		assertThat(post(leave, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
		assertThat(reached()).doesNotContain("Mei@example.jp");
		assertThat(post(leave, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);

		post("/signup", "address=Mei%40example.jp&language=ja&district=");
		String back = link(letter());
		post(back.substring(0, back.indexOf('?')), back.substring(back.indexOf('?') + 1));
		assertThat(reached()).as("changed her mind").contains("Mei@example.jp");
		assertThat(this.trail.verify()).isEmpty();
	}

	@Test
	void whoeverFollowsIsToldUntilTheyBlockWhateverOrderThatIsHeardIn() {
		String id = "U" + "0123456789abcdef".repeat(2);
		Instant begin = Instant.parse("2026-11-01T00:00:00Z");
		this.events.publishEvent(new AddressOffered("line", id, "ja", begin));
		assertThat(followers()).containsExactly(id + " ja");
		this.events.publishEvent(new AddressOffered("line", id, "vi", begin.plusSeconds(60)));
		assertThat(followers()).containsExactly(id + " vi");
		this.events.publishEvent(new AddressRefused("line", id, "blocked", begin.plusSeconds(180)));
		this.events.publishEvent(new AddressOffered("line", id, "en", begin.plusSeconds(120)));
		assertThat(followers()).as("followed before it was blocked, heard afterwards").isEmpty();
		this.events.publishEvent(new AddressOffered("line", id, "en", begin.plusSeconds(240)));
		assertThat(followers()).containsExactly(id + " en");
		assertThat(this.directory.holder("line", id).orElseThrow().resident().consent().how()).contains("本人");
	}

	private List<String> followers() {
		return this.audience.of(SampleAlerts.evacuation(), "line", false)
			.stream()
			.map((one) -> one.address() + " " + one.language())
			.toList();
	}

	@Test
	void aTokenThatNobodyMadeMovesNobody() throws Exception {
		post("/signup", "address=ken%40example.jp&language=ja&district=");
		String link = link(letter());
		post(link.substring(0, link.indexOf('?')), link.substring(link.indexOf('?') + 1));
		long ken = this.directory.at("email", "ken@example.jp").orElseThrow().recipient();
		String token = this.tokens.of(ken);
		assertThat(this.tokens.of(ken + 1).substring(token.indexOf('.')))
			.isNotEqualTo(token.substring(token.indexOf('.')));
		for (String forged : List.of("" + ken, Long.toString(ken, 36) + ".", token.substring(0, token.length() - 1),
				Long.toString(ken, 36) + this.tokens.of(ken + 1).substring(token.indexOf('.')), "sample1", "..%2f..")) {
			assertThat(post("/unsubscribe/" + forged, "").statusCode()).as(forged).isIn(400, 404);
		}
		assertThat(reached()).contains("ken@example.jp");
	}

	@Test
	void whatIsNotAnAddressIsToldAndWhoAsksTooOftenWaits() throws Exception {
		HttpResponse<String> wrong = post("/signup", "address=%3Cb%3Enot+a+mail&language=ja&district=");
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("確かめてください", "&lt;b&gt;");
		assertThat(post("/signup", "address=a%40example.jp&language=xx&district=").statusCode()).isEqualTo(422);
		assertThat(post("/signup", "address=a%40example.jp&language=ja&district=Tokyo").statusCode()).isEqualTo(422);
		assertThat(wrong.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
		assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
	}

	private List<String> reached() {
		return this.audience.of(SampleAlerts.evacuation(), "email", false).stream().map(Recipient::address).toList();
	}

	private HttpResponse<String> get(String page) throws Exception {
		return this.browser.send(HttpRequest.newBuilder(at(page)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String page, String form) throws Exception {
		return this.browser.send(HttpRequest.newBuilder(at(page))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI at(String page) {
		return URI.create("http://127.0.0.1:" + this.port + page);
	}

	private static String word(String word) {
		return URLEncoder.encode(word, StandardCharsets.UTF_8);
	}

	/** The one letter that was written since. */
	private MimeMessage letter() throws Exception {
		List<Path> fresh = new java.util.ArrayList<>();
		Awaitility.await().until(() -> {
			fresh.addAll(letters());
			return !fresh.isEmpty();
		});
		assertThat(fresh).hasSize(1);
		try (InputStream in = Files.newInputStream(fresh.get(0))) {
			return new MimeMessage((Session) null, in);
		}
	}

	private List<Path> letters() throws IOException {
		Path folder = this.home.resolve("rehearsal/email");
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().matches(".*/letter-[^/]+/1\\.eml"))
				.filter(this.read::add)
				.toList();
		}
	}

	/** The link's path, whatever host it names. */
	private static String link(MimeMessage letter) throws Exception {
		Matcher link = LINK.matcher(letter.getContent().toString());
		assertThat(link.find()).isTrue();
		URI address = URI.create(link.group());
		return address.getRawPath() + ((address.getRawQuery() != null) ? "?" + address.getRawQuery() : "");
	}

}
