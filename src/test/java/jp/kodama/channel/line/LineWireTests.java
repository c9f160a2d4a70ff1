package jp.kodama.channel.line;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import jp.kodama.audience.Recipient;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** How messages leave by LINE, and what its answers lead to. */
class LineWireTests {

	private static final String MULTICAST = "/v2/bot/message/multicast";

	@RegisterExtension
	static final WireMockExtension line = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
		.build();

	private LiveChannel channel = live(line.baseUrl(), "token", "5s");

	@Test
	void eachLanguageIsOneRequestWithTheComposedBytes() {
		line.stubFor(post(MULTICAST).willReturn(jsonResponse("{}", 200).withHeader("X-Line-Request-Id", "req-1")));
		Parcel.Live parcel = parcel();
		Outcome outcome = send(parcel);
		assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
		assertThat(outcome.reports()).hasSize(3)
			.extracting(Report::evidence, Report::providerId)
			.containsOnly(tuple(Evidence.ACCEPTED, "req-1"));
		List<LoggedRequest> requests = line.findAll(postRequestedFor(urlEqualTo(MULTICAST)));
		assertThat(requests).extracting(LoggedRequest::getBody)
			.containsExactlyInAnyOrderElementsOf(parcel.artifacts().stream().map(Artifact::content).toList());
		assertThat(requests).allSatisfy((request) -> {
			assertThat(request.getHeader("Authorization")).isEqualTo("Bearer token");
			assertThat(request.getHeader("X-Line-Retry-Key")).matches("[0-9a-f-]{36}");
		});
		assertThat(requests).extracting((request) -> request.getHeader("X-Line-Retry-Key")).doesNotHaveDuplicates();
	}

	@Test
	void theKameletPassesALiveParcelOnAndRefusesARehearsal() throws Exception {
		line.stubFor(post(MULTICAST).willReturn(jsonResponse("{}", 200).withHeader("X-Line-Request-Id", "req-1")));
		Parcel.Live live = parcel();
		LineWire wire = new LineWire(new LineAccount(this.channel.channels()));
		assertThat(this.channel.through("lineWire", wire, live)).isInstanceOf(Outcome.HandedOver.class);
		assertThatExceptionOfType(CamelExecutionException.class)
			.isThrownBy(() -> this.channel.through("lineWire", wire, this.channel.rehearsal(live)));
		line.verify(3, postRequestedFor(urlEqualTo(MULTICAST)));
	}

	@Test
	void aRepeatThatLineKnowsIsAcceptedNotSentTwice() {
		line.stubFor(post(MULTICAST).willReturn(jsonResponse("{\"message\":\"The retry key is already accepted\"}", 409)
			.withHeader("X-Line-Request-Id", "req-2")
			.withHeader("X-Line-Accepted-Request-Id", "req-1")));
		Outcome outcome = send(parcel());
		assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
		assertThat(outcome.reports()).extracting(Report::evidence, Report::providerId)
			.containsOnly(tuple(Evidence.ACCEPTED, "req-1"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503, 401 })
	void aBusyLineIsAskedExactlyOnceAndLeftAloneForAsLongAsItAsks(int status) {
		line.stubFor(post(MULTICAST)
			.willReturn(jsonResponse("{\"message\":\"not now\"}", status).withHeader("Retry-After", "9")));
		Outcome.RetryLater outcome = later(parcel());
		assertThat(outcome.after()).isEqualTo(Duration.ofSeconds(9));
		assertThat(outcome.cause()).isEqualTo("LINE HTTP " + status + ": not now");
		line.verify(1, postRequestedFor(urlEqualTo(MULTICAST)));
	}

	@Test
	void whoGotTheirLanguageBeforeLineGotBusyIsNotWrittenToAgain() {
		line.stubFor(post(MULTICAST).willReturn(jsonResponse("{\"message\":\"not now\"}", 429)));
		line.stubFor(post(MULTICAST).withRequestBody(containing("U00000000000000000000000000000002"))
			.willReturn(jsonResponse("{}", 200)));
		assertThat(later(parcel()).reports()).extracting((report) -> report.recipient().id()).containsExactly(2L);
	}

	@Test
	void aMessageThatLineRefusesIsRejectedInItsWords() {
		line.stubFor(post(MULTICAST).willReturn(jsonResponse("""
				{"message": "The request body has 1 error(s)",
				 "details": [{"message": "May not be empty", "property": "messages[0].altText"}]}""", 400)));
		Outcome outcome = send(parcel());
		assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
		assertThat(((Outcome.Rejected) outcome).cause()).contains("The request body has 1 error(s)",
				"messages[0].altText: May not be empty");
		assertThat(outcome.reports()).extracting(Report::evidence).containsOnly(Evidence.FAILED);
	}

	@Test
	void aLineThatAcceptsAndNeverAnswersIsLeftAfterTheTimeout() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			this.channel = live("http://127.0.0.1:" + silent.getLocalPort(), "token", "200ms");
			assertThat(later(parcel()).reports()).isEmpty();
		}
	}

	@Test
	void aMissingTokenIsNamedAndNothingIsPosted() {
		this.channel = live(line.baseUrl(), "", "5s");
		assertThat(later(parcel()).cause()).contains("kodama.channels.line.secret");
		line.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	private static LiveChannel live(String address, String secret, String timeout) {
		return LiveChannel.of("line", address, secret, Map.of("timeout", timeout));
	}

	private Outcome send(Parcel.Live parcel) {
		return new LineWire(new LineAccount(this.channel.channels())).send(parcel);
	}

	/** For one reader of each language. */
	private Parcel.Live parcel() {
		List<String> languages = List.of("ja", "en", "ja-x-easy");
		List<Recipient> to = languages.stream().map((language) -> {
			int number = languages.indexOf(language) + 1;
			return new Recipient(number, "line", "U%032d".formatted(number), language, "", false);
		}).toList();
		return this.channel.parcel(new LineComposer(new Templates()), SampleAlerts.evacuation(), to);
	}

	private Outcome.RetryLater later(Parcel.Live parcel) {
		Outcome outcome = send(parcel);
		assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
		return (Outcome.RetryLater) outcome;
	}

}
