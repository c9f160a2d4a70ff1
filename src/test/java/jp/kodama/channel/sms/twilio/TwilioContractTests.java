package jp.kodama.channel.sms.twilio;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import jp.kodama.alert.Alert;
import jp.kodama.channel.sms.SmsOffice;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.LateReport;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Report;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** All that we say to Twilio is what its own specification allows. */
class TwilioContractTests {

	private static final String ACCOUNT = "AC" + "0".repeat(32);

	private static final String SID = "SM" + "1".repeat(32);

	private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages";

	@RegisterExtension
	static final WireMockExtension recorder = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
		.build();

	private static @Nullable Prism prism;

	@BeforeAll
	static void start() throws Exception {
		assumeTrue(Prism.installed(),
				"npm's @stoplight/prism-cli (setup/test-parts.sh) or Twilio's specification is missing");
		prism = new Prism(recorder.baseUrl());
	}

	@AfterAll
	static void stop() {
		if (prism != null) {
			prism.close();
		}
	}

	@BeforeEach
	void twilioTakes() {
		recorder.stubFor(post(PATH + ".json").willReturn(jsonResponse(message("queued", "null"), 201)));
		recorder
			.stubFor(get(PATH + "/" + SID + ".json").willReturn(jsonResponse(message("undelivered", "30005"), 200)));
	}

	@Test
	void everySampleAlertAndEveryQuestionFits() {
		int before = prism().violations().size();
		try (SmsOffice office = office()) {
			for (Alert alert : SampleAlerts.all().values()) {
				if (!alert.rehearsalOnly()) {
					Outcome outcome = office.send(office.parcel(alert, "090-0000-0001", "+14155550100"));
					assertThat(outcome.reports()).hasSize(2)
						.extracting(Report::evidence, Report::providerId)
						.containsOnly(tuple(Evidence.ACCEPTED, SID));
				}
			}
			// Twilio's callbacks were lost; five minutes pass.
			office.part(JdbcTemplate.class).update("UPDATE sms_message SET ask_at = 0");
			office.part(TwilioInquiry.class).ask();
			assertThat(office.told(LateReport.class)).isNotEmpty()
				.extracting(LateReport::providerId, LateReport::evidence, LateReport::detail)
				.containsOnly(tuple(SID, Evidence.FAILED,
						"Twilio undelivered 30005: the number does not exist or is switched off"));
			int told = office.told(LateReport.class).size();
			office.part(JdbcTemplate.class).update("UPDATE sms_message SET ask_at = 0");
			office.part(TwilioInquiry.class).ask();
			assertThat(office.told(LateReport.class)).as("final: not asked again").hasSize(told);
		}
		assertThat(prism().violations()).hasSize(before);
	}

	/** The check can fail. */
	@Test
	void prismRefusesWhatDoesNotFit() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(prism().url() + PATH + ".json"))
			.header("Authorization", "Basic QUMwOnRva2Vu")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("Body=without+a+number"))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(422);
		recorder.verify(0, anyRequestedFor(anyUrl()));
	}

	private static Prism prism() {
		return Objects.requireNonNull(prism);
	}

	private static SmsOffice office() {
		return new SmsOffice(prism().url() + "?name=Twilio", "token",
				Map.of("account", ACCOUNT, "from", "+815000000000", "public-url", "https://kodama.town.example"));
	}

	private static String message(String status, String error) {
		return """
				{"sid": "%s", "account_sid": "%s", "api_version": "2010-04-01", "body": "…", "to": "+819000000001",
				 "from": "+815000000000", "status": "%s", "error_code": %s, "error_message": null, "direction": "outbound-api",
				 "num_segments": "3", "num_media": "0", "price": null, "price_unit": "USD", "messaging_service_sid": null,
				 "date_created": "Tue, 12 May 2026 04:05:00 +0000", "date_updated": "Tue, 12 May 2026 04:05:00 +0000",
				 "date_sent": null, "uri": "%s/%s.json", "subresource_uris": {}}
				"""
			.formatted(SID, ACCOUNT, status, error, PATH, SID);
	}

}
