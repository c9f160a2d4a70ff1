package jp.kodama.channel.line;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.audience.AddressOffered;
import jp.kodama.audience.AddressRefused;
import jp.kodama.audience.Municipality;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A resident follows the town's account, chooses a language, asks, and leaves. */
class LineTalkTests {

	private static final String SECRET = "channel-secret";

	private static final String USER = "U00000000000000000000000000000099";

	private static final String REPLY = "/v2/bot/message/reply";

	@RegisterExtension
	static final WireMockExtension line = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
		.build();

	@TempDir
	Path folder;

	private final List<Object> learnt = new ArrayList<>();

	private final AlertJournal journal = mock(AlertJournal.class);

	private LineHook hook;

	@BeforeEach
	void anAccount() throws Exception {
		Path secret = Files.writeString(this.folder.resolve("channel-secret"), SECRET);
		this.hook = hook(Map.of("webhook-secret", "file:" + secret));
		line.stubFor(get("/v2/bot/profile/" + USER).willReturn(
				jsonResponse("{\"displayName\":\"Ana\",\"userId\":\"" + USER + "\",\"language\":\"pt-BR\"}", 200)));
		line.stubFor(post(REPLY).willReturn(jsonResponse("{\"sentMessages\":[{\"id\":\"1\"}]}", 200)));
	}

	@Test
	void whoFollowsIsWrittenToInTheLanguageOfThePhone() throws Exception {
		assertThat(told(event("follow", "e1", "\"follow\":{\"isUnblocked\":false}"))).isEqualTo(200);
		assertThat(this.learnt).singleElement()
			.isInstanceOfSatisfying(AddressOffered.class,
					(offer) -> assertThat(offer)
						.extracting(AddressOffered::channel, AddressOffered::address, AddressOffered::language)
						.containsExactly("line", USER, "pt"));
		line.verify(1,
				postRequestedFor(urlEqualTo(REPLY)).withRequestBody(containing("穴水町の防災アカウント"))
					.withRequestBody(containing("call 119"))
					.withRequestBody(containing("language=ja-x-easy")));
	}

	@Test
	void whatIsToldAgainChangesNothing() throws Exception {
		told(event("follow", "e1", "\"follow\":{\"isUnblocked\":false}"));
		told(event("follow", "e1", "\"follow\":{\"isUnblocked\":false}"));
		assertThat(this.learnt).hasSize(1);
		line.verify(1, postRequestedFor(urlEqualTo(REPLY)));
	}

	@Test
	void aLanguageIsChosenByAButtonOrByItsName() throws Exception {
		told(event("postback", "e2", "\"postback\":{\"data\":\"language=ja-x-easy\"}"));
		told(event("message", "e3",
				"\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"english\",\"quoteToken\":\"q\",\"markAsReadToken\":\"m\"}"));
		told(event("postback", "e4", "\"postback\":{\"data\":\"language=klingon\"}"));
		assertThat(this.learnt).extracting((one) -> ((AddressOffered) one).language())
			.containsExactly("ja-x-easy", "en");
		line.verify(1, postRequestedFor(urlEqualTo(REPLY)).withRequestBody(containing("From now on")));
	}

	@Test
	void whoAsksIsToldWhatIsInForceAndNoDrill() throws Exception {
		Alert alert = SampleAlerts.evacuation();
		when(this.journal.inForce(any())).thenReturn(List.of(alert, SampleAlerts.drill()));
		told(event("postback", "e5", "\"postback\":{\"data\":\"current=ja\"}"));
		line.verify(1, postRequestedFor(urlEqualTo(REPLY)).withRequestBody(containing(alert.main().text().headline())));
		line.verify(0, postRequestedFor(urlEqualTo(REPLY)).withRequestBody(containing("訓練")));
	}

	@Test
	void whoWritesForHelpIsToldWhereToCall() throws Exception {
		told(event("message", "e6",
				"\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"助けて😱\",\"quoteToken\":\"q\",\"markAsReadToken\":\"m\"}"));
		assertThat(this.learnt).isEmpty();
		line.verify(1, postRequestedFor(urlEqualTo(REPLY)).withRequestBody(containing("119番")));
	}

	@Test
	void whoBlocksIsNotWrittenToAnyMore() throws Exception {
		told(event("unfollow", "e7", ""));
		assertThat(this.learnt).singleElement().isInstanceOf(AddressRefused.class);
		line.verify(0, postRequestedFor(urlEqualTo(REPLY)));
	}

	@Test
	void anAnswerThatFailsLosesNothing() throws Exception {
		line.stubFor(post(REPLY).willReturn(jsonResponse("{\"message\":\"Invalid reply token\"}", 400)));
		assertThat(told(event("follow", "e8", "\"follow\":{\"isUnblocked\":true}"))).isEqualTo(200);
		assertThat(this.learnt).hasSize(1);
	}

	@Test
	void whatIsForgedOrBrokenOrTooLargeIsRefused() throws Exception {
		String body = "{\"destination\":\"U1\",\"events\":[" + event("unfollow", "e9", "") + "]}";
		assertThat(posted(body, signature(body + " "))).isEqualTo(403);
		assertThat(posted(body, "")).isEqualTo(403);
		assertThat(posted("{\"events\":", signature("{\"events\":"))).isEqualTo(400);
		String huge = " ".repeat(5_000_000);
		assertThat(posted(huge, signature(huge))).isEqualTo(413);
		assertThat(this.learnt).isEmpty();
		this.hook = hook(Map.of());
		assertThat(posted(body, signature(body))).isEqualTo(404);
	}

	private LineHook hook(Map<String, String> limits) {
		LineAccount account = new LineAccount(LiveChannel.of("line", line.baseUrl(), "token", limits).channels());
		SQLiteDataSource source = new SQLiteDataSource();
		source.setUrl("jdbc:sqlite:" + this.folder.resolve("kodama.db"));
		Flyway.configure().dataSource(source).load().migrate();
		LineEvents events = new LineEvents(JdbcClient.create(source),
				new TransactionTemplate(new JdbcTransactionManager(source)), Clock.systemUTC());
		Municipality town = new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town", Map.of(), List.of());
		return new LineHook(account, new LineTalk(events,
				new LineReplies(account, this.journal, town, Clock.systemUTC()), this.learnt::add));
	}

	private int told(String event) throws Exception {
		String body = "{\"destination\":\"U1\",\"events\":[" + event + "]}";
		return posted(body, signature(body));
	}

	private int posted(String body, String signature) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/hooks/line");
		request.setContent(body.getBytes(StandardCharsets.UTF_8));
		return this.hook.take(signature, request).getStatusCode().value();
	}

	private static String signature(String body) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
	}

	private static String event(String type, String id, String more) {
		return "{\"type\":\"" + type + "\",\"mode\":\"active\",\"timestamp\":1795000000000,\"webhookEventId\":\"" + id
				+ "\",\"deliveryContext\":{\"isRedelivery\":false},\"source\":{\"type\":\"user\",\"userId\":\"" + USER
				+ "\"},\"replyToken\":\"r-" + id + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
	}

}
