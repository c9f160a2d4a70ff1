package jp.kodama.channel.sms;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import jp.kodama.audience.AddressRefused;
import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.delivery.ChannelDesk;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Two providers share the texts of a town. */
class FailoverTests {

	private static final String FIRST = "/2010-04-01/Accounts/AC01/Messages.json";

	private static final String SECOND = "/2010-04-01/Accounts/AC02/Messages.json";

	@RegisterExtension
	static final WireMockExtension providers = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
		.build();

	private SmsOffice office = office("", "", Map.of());

	@BeforeEach
	void bothTake() {
		takes(FIRST, "SM-first");
		takes(SECOND, "SM-second");
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void thePreferredProviderGetsAll() {
		assertThat(this.office.send(this.office.parcel(numbers(20)))).isInstanceOf(Outcome.HandedOver.class);
		providers.verify(20, postRequestedFor(urlEqualTo(FIRST)));
		providers.verify(0, postRequestedFor(urlEqualTo(SECOND)));
	}

	@Test
	void aBrokenProviderIsLeftAfterAFewTextsAndRingsAndNobodyIsLost() {
		providers.stubFor(post(FIRST).willReturn(WireMock.aResponse().withStatus(503)));
		Outcome outcome = this.office.send(this.office.parcel(numbers(200)));
		assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
		assertThat(outcome.reports()).hasSize(200).extracting(Report::providerId).containsOnly("SM-second");
		providers.verify(WireMock.lessThan(30), postRequestedFor(urlEqualTo(FIRST)));
		providers.verify(200, postRequestedFor(urlEqualTo(SECOND)));
		assertThat(this.office.part(SmsDesk.class).troubles()).singleElement()
			.satisfies((trouble) -> assertThat(trouble.japanese()).contains("first").contains("使えません"))
			.extracting(ChannelDesk.Trouble::loud)
			.isEqualTo(true);
	}

	@Test
	void officersSeeTheProvidersAndTheAnswersOnThePageOfTheChannel() {
		this.office.send(this.office.parcel(numbers(1)));
		this.office.part(Mailroom.class)
			.reply(new Incoming.Reply("SM9", "first", "+819000000001", "<b>足が動きません</b>", Instant.now()));
		Map<String, Object> state = new HashMap<>(this.office.part(SmsDesk.class).state());
		state.put("here", "/channels/sms");
		state.put("csrf", Map.of("parameterName", "_csrf", "token", "t"));
		assertThat(new Templates().render(Path.of("channels/sms/desk.html"), state)).contains("first", "正常")
			.contains("&lt;b&gt;足が動きません")
			.contains("value=\"SM9\"");
	}

	@Test
	void whatHasNotLeftWhenTheAlertIsOverStays() {
		restart("&connections=1&rate=200", "&prefix=%2B1", Map.of());
		this.office.end();
		Outcome outcome = this.office.send(this.office.parcel(numbers(100)));
		assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
		assertThat(outcome.reports()).isNotEmpty().hasSizeLessThan(100);
		providers.verify(outcome.reports().size(), postRequestedFor(urlEqualTo(FIRST)));
	}

	@Test
	void anAccountThatWasClosedCostsOneTextAndTheOtherProviderTakesOver() {
		providers.stubFor(post(FIRST)
			.willReturn(jsonResponse("{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}", 401)));
		restart("&connections=1", "", Map.of());
		assertThat(this.office.send(this.office.parcel(numbers(10))).reports()).hasSize(10);
		providers.verify(1, postRequestedFor(urlEqualTo(FIRST)));
	}

	@Test
	void aCountryThatOneProviderDoesNotServeGoesByTheNext() {
		providers.stubFor(post(FIRST)
			.willReturn(jsonResponse("{\"code\":21408,\"message\":\"not enabled\",\"status\":400}", 400)));
		Outcome outcome = this.office.send(this.office.parcel("+14155550100"));
		assertThat(outcome.reports()).extracting(Report::evidence, Report::providerId)
			.containsExactly(tuple(Evidence.ACCEPTED, "SM-second"));
	}

	@Test
	void numbersGoToWhoeverIsForThem() {
		restart("", "&prefix=%2B1,%2B44", Map.of());
		this.office.send(this.office.parcel("+819000000001", "+14155550100", "+447400000000"));
		providers.verify(1, postRequestedFor(urlEqualTo(FIRST)).withFormParam("To", equalTo("+819000000001")));
		providers.verify(2, postRequestedFor(urlEqualTo(SECOND)));
	}

	@Test
	void oneWhoSaidStopIsToldToTheAudienceAndNotTriedByTheOther() {
		providers.stubFor(post(FIRST).withFormParam("To", equalTo("+819000000002"))
			.willReturn(jsonResponse("{\"code\":21610,\"message\":\"unsubscribed\",\"status\":400}", 400)));
		Outcome outcome = this.office.send(this.office.parcel("+819000000001", "+819000000002"));
		assertThat(outcome.reports()).extracting(Report::evidence)
			.containsExactlyInAnyOrder(Evidence.ACCEPTED, Evidence.FAILED);
		assertThat(this.office.told(AddressRefused.class)).singleElement()
			.satisfies((refused) -> assertThat(refused.address()).isEqualTo("+819000000002"));
		providers.verify(0, postRequestedFor(urlEqualTo(SECOND)));
	}

	@Test
	void whoShareANumberGetOneTextAndTheSameEvidenceHoweverItIsWritten() {
		Outcome outcome = this.office.send(this.office.parcel("090-1234-5671", "+819012345671", "０９０１２３４５６７１",
				"+81 (0)90 1234 5671", "090-1234-5672", "not a number"));
		assertThat(outcome.reports()).hasSize(6).extracting(Report::evidence).contains(Evidence.FAILED);
		assertThat(outcome.reports()).filteredOn((report) -> report.evidence() == Evidence.ACCEPTED).hasSize(5);
		providers.verify(2, postRequestedFor(urlEqualTo(FIRST)));
		// The same again, as after a crash: what a provider took is not sent again.
		assertThat(this.office.send(this.office.parcel("09012345671", "09012345673")).reports())
			.extracting(Report::evidence)
			.containsOnly(Evidence.ACCEPTED);
		providers.verify(3, postRequestedFor(urlEqualTo(FIRST)));
	}

	@Test
	void atTheCapWhatIsNotUrgentWaitsAndRingsAndTheUrgentLeaves() {
		restart("&price=1.5", "", Map.of("spend-month", "10"));
		assertThat(this.office.send(this.office.parcel(SampleAlerts.notice(), numbers(6))).reports()).hasSize(6);
		assertThat(this.office.part(SmsDesk.class).troubles()).singleElement()
			.satisfies((trouble) -> assertThat(trouble.id()).isEqualTo("spend"));
		this.office.send(this.office.parcel(SampleAlerts.evacuation(), numbers(10)));
		Outcome held = this.office.send(this.office.parcel(SampleAlerts.fresh(SampleAlerts.notice()), "+819000000099"));
		assertThat(held).isInstanceOf(Outcome.RetryLater.class);
		assertThat(this.office.send(this.office.parcel(SampleAlerts.update(), "+819000000099")).reports()).hasSize(1);
		assertThat(this.office.part(SmsDesk.class).troubles()).extracting(ChannelDesk.Trouble::loud).contains(true);
	}

	private static String[] numbers(int count) {
		return IntStream.range(0, count).mapToObj((n) -> "+8190%08d".formatted(n)).toArray(String[]::new);
	}

	private static void takes(String path, String sid) {
		providers
			.stubFor(post(path).willReturn(jsonResponse("{\"sid\":\"%s\",\"status\":\"queued\"}".formatted(sid), 201)));
	}

	private static SmsOffice office(String first, String second, Map<String, String> more) {
		String base = providers.baseUrl();
		String address = String.join(" ",
				List.of(base + "?account=AC01&name=first" + first, base + "?account=AC02&name=second" + second));
		Map<String, String> limits = new HashMap<>(Map.of("from", "+81500000000", "timeout", "5s"));
		limits.putAll(more);
		return new SmsOffice(address, "token", limits);
	}

	private void restart(String first, String second, Map<String, String> more) {
		this.office.close();
		this.office = office(first, second, more);
	}

}
