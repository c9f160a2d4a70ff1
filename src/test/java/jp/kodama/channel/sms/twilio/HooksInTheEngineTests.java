package jp.kodama.channel.sms.twilio;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import jp.kodama.testing.KodamaTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Twilio reaches its two addresses without signing in; nobody else gets anywhere. */
@KodamaTest
class HooksInTheEngineTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "/hooks/twilio/status", "/hooks/twilio/reply" })
	void whatNobodySignedIsRefusedByName(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("X-Twilio-Signature", "bm90aGluZw==")
			.POST(HttpRequest.BodyPublishers.ofString("AccountSid=AC00&MessageSid=SM01&MessageStatus=delivered"))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
	}

}
