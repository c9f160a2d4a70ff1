package jp.kodama.channel.sms;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Report;
import jp.kodama.testing.LiveChannel;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** How texts leave by Twilio, and what its answers lead to. */
class SmsWireTests {

	private static final String MESSAGES = "/2010-04-01/Accounts/AC00/Messages.json";

	@RegisterExtension
	static final WireMockExtension twilio = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
		.build();

	private SmsOffice office = live(twilio.baseUrl(), "token");

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void eachResidentIsTextedOnceWithTheComposedWords() {
		twilio.stubFor(post(MESSAGES).willReturn(jsonResponse("{\"sid\":\"SM01\",\"status\":\"queued\"}", 201)));
		Parcel.Live parcel = parcel("+817000000001", "+817000000002", "+817000000003");
		Outcome outcome = send(parcel);
		assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
		assertThat(outcome.reports()).hasSize(3)
			.extracting(Report::evidence, Report::providerId, Report::detail)
			.containsOnly(tuple(Evidence.ACCEPTED, "SM01", "queued"));
		twilio.verify(3, postRequestedFor(urlEqualTo(MESSAGES)));
		twilio.verify(1,
				postRequestedFor(urlEqualTo(MESSAGES)).withBasicAuth(new BasicCredentials("AC00", "token"))
					.withFormParam("To", equalTo("+817000000002"))
					.withFormParam("From", equalTo("+81500000000"))
					.withFormParam("Body", equalTo(parcel.artifacts().get(0).text())));
	}

	@Test
	void theKameletPassesALiveParcelOnAndRefusesARehearsal() throws Exception {
		twilio.stubFor(post(MESSAGES).willReturn(jsonResponse("{\"sid\":\"SM01\",\"status\":\"queued\"}", 201)));
		Parcel.Live live = parcel("+817000000001");
		SmsWire wire = this.office.part(SmsWire.class);
		LiveChannel channel = this.office.channel();
		assertThat(channel.through("smsWire", wire, live)).isInstanceOf(Outcome.HandedOver.class);
		assertThatExceptionOfType(CamelExecutionException.class)
			.isThrownBy(() -> channel.through("smsWire", wire, channel.rehearsal(live)));
		twilio.verify(1, postRequestedFor(urlEqualTo(MESSAGES)));
	}

	@Test
	void aNumberThatTwilioRefusesFailsAlone() {
		twilio.stubFor(post(MESSAGES).willReturn(jsonResponse("{\"sid\":\"SM01\",\"status\":\"accepted\"}", 201)));
		twilio.stubFor(post(MESSAGES).withFormParam("To", equalTo("+815000000002"))
			.willReturn(jsonResponse("{\"code\":21211,\"message\":\"Invalid 'To'\",\"status\":400}", 400)));
		Outcome outcome = send(parcel("+817000000001", "+815000000002", "+817000000003"));
		assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
		assertThat(outcome.reports()).extracting((report) -> report.recipient().id(), Report::evidence, Report::detail)
			.containsExactlyInAnyOrder(tuple(1L, Evidence.ACCEPTED, "accepted"),
					tuple(2L, Evidence.FAILED, "Twilio 21211: Invalid 'To'"), tuple(3L, Evidence.ACCEPTED, "accepted"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503 })
	void aBusyTwilioIsAskedExactlyOnceAndLeftAloneForAsLongAsItAsks(int status) {
		twilio.stubFor(post(MESSAGES).willReturn(refusal(20429, status).withHeader("Retry-After", "7")));
		Outcome.RetryLater outcome = later(parcel("+817000000001"));
		assertThat(outcome.after()).isEqualTo(Duration.ofSeconds(7));
		assertThat(outcome.cause()).contains("" + status);
		twilio.verify(1, postRequestedFor(urlEqualTo(MESSAGES)));
	}

	@Test
	void whoWasTextedBeforeTwilioGotBusyIsNotTextedAgain() {
		twilio.stubFor(post(MESSAGES).willReturn(refusal(20429, 429)));
		twilio.stubFor(post(MESSAGES).withFormParam("To", equalTo("+817000000001"))
			.willReturn(jsonResponse("{\"sid\":\"SM01\",\"status\":\"queued\"}", 201)));
		restart(twilio.baseUrl(), "token", "connections", "1");
		Outcome.RetryLater outcome = later(parcel("+817000000001", "+817000000002", "+817000000003"));
		assertThat(outcome.reports()).extracting((report) -> report.recipient().id()).containsExactly(1L);
		twilio.verify(1, postRequestedFor(urlEqualTo(MESSAGES)).withFormParam("To", equalTo("+817000000001")));
		twilio.verify(0, postRequestedFor(urlEqualTo(MESSAGES)).withFormParam("To", equalTo("+817000000003")));
	}

	@ParameterizedTest
	@ValueSource(ints = { 20003, 21606 })
	void aRefusalOfOurOwnAccountGivesNobodyUp(int code) {
		twilio.stubFor(post(MESSAGES).willReturn(refusal(code, (code == 20003) ? 401 : 400)));
		Outcome.RetryLater outcome = later(parcel("+817000000001"));
		assertThat(outcome.cause()).contains("" + code);
		assertThat(outcome.reports()).isEmpty();
	}

	@Test
	void aTwilioThatAcceptsAndNeverAnswersIsLeftAfterTheTimeout() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			restart("http://127.0.0.1:" + silent.getLocalPort(), "token", "timeout", "200ms");
			assertThat(later(parcel("+817000000001", "+817000000002")).reports()).isEmpty();
		}
	}

	@Test
	void aMissingTokenIsNamedAndNothingIsPosted() {
		restart(twilio.baseUrl(), "");
		assertThat(later(parcel("+817000000001")).cause()).contains("kodama.channels.sms.secret");
		twilio.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	private static ResponseDefinitionBuilder refusal(int code, int status) {
		return jsonResponse("{\"code\":%d,\"message\":\"no\",\"status\":%d}".formatted(code, status), status);
	}

	private static SmsOffice live(String address, String secret, String... limit) {
		Map<String, String> limits = new HashMap<>(Map.of("account", "AC00", "from", "+81500000000", "timeout", "5s"));
		if (limit.length > 0) {
			limits.put(limit[0], limit[1]);
		}
		return new SmsOffice(address, secret, limits);
	}

	private void restart(String address, String secret, String... limit) {
		this.office.close();
		this.office = live(address, secret, limit);
	}

	private Outcome send(Parcel.Live parcel) {
		return this.office.send(parcel);
	}

	private Parcel.Live parcel(String... numbers) {
		return this.office.parcel(numbers);
	}

	private Outcome.RetryLater later(Parcel.Live parcel) {
		Outcome outcome = send(parcel);
		assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
		return (Outcome.RetryLater) outcome;
	}

}
