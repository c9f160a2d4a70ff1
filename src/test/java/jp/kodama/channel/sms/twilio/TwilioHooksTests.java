package jp.kodama.channel.sms.twilio;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jp.kodama.audience.AddressOffered;
import jp.kodama.audience.AddressRefused;
import jp.kodama.channel.sms.SmsOffice;
import jp.kodama.delivery.ChannelDesk;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.LateReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Twilio tells what became of messages, and what people answered; others try to. */
class TwilioHooksTests {

	private static final String TOKEN = "the token of AC00";

	private static final String PUBLIC = "https://kodama.town.example";

	private static final Path PEERS = Path
		.of(System.getenv().getOrDefault("KODAMA_PARTS", ".parts"), "peers", "node_modules", "twilio")
		.toAbsolutePath();

	private final SmsOffice office = new SmsOffice("https://api.twilio.com?name=Twilio", TOKEN,
			Map.of("account", "AC00", "from", "+81500000000", "public-url", PUBLIC));

	private final MockMvc web = MockMvcBuilders.standaloneSetup(this.office.part(HookController.class)).build();

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void whatTwilioSaysBecomesEvidenceHoweverOftenItSaysSo() throws Exception {
		Map<String, String> delivered = said("SM01", "delivered", "");
		for (Map<String, String> one : List.of(delivered, said("SM01", "sent", ""), delivered,
				said("SM02", "undelivered", "30003"))) {
			this.web.perform(signed("/hooks/twilio/status", one)).andExpect(status().isNoContent());
		}
		assertThat(this.office.told(LateReport.class))
			.extracting(LateReport::channel, LateReport::providerId, LateReport::evidence, LateReport::detail)
			.containsExactly(tuple("sms", "SM01", Evidence.DELIVERED, "Twilio delivered"),
					tuple("sms", "SM01", Evidence.ACCEPTED, "Twilio sent"),
					tuple("sms", "SM01", Evidence.DELIVERED, "Twilio delivered"), tuple("sms", "SM02", Evidence.FAILED,
							"Twilio undelivered 30003: the handset is off or out of reach"));
	}

	@Test
	void aWordThatWasChangedOnTheWayIsRefused() throws Exception {
		Map<String, String> delivered = said("SM01", "undelivered", "30003");
		String signature = sign(PUBLIC + "/hooks/twilio/status", delivered);
		delivered.put("MessageStatus", "delivered");
		refused(request("/hooks/twilio/status", delivered).header("X-Twilio-Signature", signature));
	}

	@Test
	void nobodyElsesSignatureCounts() throws Exception {
		Map<String, String> delivered = said("SM01", "delivered", "");
		refused(request("/hooks/twilio/status", delivered));
		refused(request("/hooks/twilio/status", delivered).header("X-Twilio-Signature",
				sign(PUBLIC + "/hooks/twilio/reply", delivered)));
		refused(request("/hooks/twilio/status", delivered).header("X-Twilio-Signature",
				sign("http://localhost/hooks/twilio/status", delivered)));
		delivered.put("AccountSid", "AC99");
		refused(signed("/hooks/twilio/status", delivered));
		delivered.remove("AccountSid");
		refused(signed("/hooks/twilio/status", delivered));
	}

	@Test
	void aFieldAddedToTheAddressIsSignedWithTheAddressOrRefused() throws Exception {
		Map<String, String> delivered = said("SM01", "delivered", "");
		String signature = sign(PUBLIC + "/hooks/twilio/status", delivered);
		refused(request("/hooks/twilio/status?MessageStatus=read", delivered).header("X-Twilio-Signature", signature));
	}

	@ParameterizedTest
	@CsvSource({ "STOP,true", "停止,true", "ｓｔｏｐ。,true", "配信停止,true", "don't stop,false", "避難できません,false",
			"START,false" })
	void whoAnswersStopIsNotWrittenToAnyMore(String words, boolean stop) throws Exception {
		Map<String, String> reply = new TreeMap<>(
				Map.of("AccountSid", "AC00", "MessageSid", "SM9", "From", "+819000000001", "Body", words));
		for (int twice = 0; twice < 2; twice++) {
			this.web.perform(signed("/hooks/twilio/reply", reply))
				.andExpect(status().isOk())
				.andExpect(content().string("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>"));
		}
		assertThat(this.office.told(AddressRefused.class)).hasSize(stop ? 1 : 0)
			.allSatisfy((refused) -> assertThat(refused.address()).isEqualTo("+819000000001"));
		assertThat(this.office.told(AddressOffered.class)).hasSize(words.equals("START") ? 1 : 0)
			.allSatisfy((offered) -> assertThat(offered.address()).isEqualTo("+819000000001"));
		ChannelDesk desk = this.office.part(ChannelDesk.class);
		assertThat(desk.state().get("replies")).asList()
			.singleElement()
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
			.containsEntry("words", words)
			.containsEntry("seen", "");
		desk.tell(Map.of("seen", "SM9"), "officer");
		assertThat(desk.state().toString()).contains("seen=officer");
	}

	@Test
	void aNumberThatIsFoundStoppedLaterIsRefusedToo() throws Exception {
		this.web.perform(signed("/hooks/twilio/status", said("SM01", "failed", "21610")));
		assertThat(this.office.told(AddressRefused.class)).hasSize(1);
	}

	@ParameterizedTest
	@CsvFileSource(files = "channels/sms/twilio-status.csv", numLinesToSkip = 4)
	void everyStatusOfTheTableProvesWhatItSays(String status, Evidence evidence) throws Exception {
		this.web.perform(signed("/hooks/twilio/status", said("SM01", status, ""))).andExpect(status().isNoContent());
		assertThat(this.office.told(LateReport.class)).extracting(LateReport::evidence).containsExactly(evidence);
		assertThat(this.office.told(LateReport.class).get(0).at()).isBefore(Instant.now().plusSeconds(1));
	}

	@Test
	void twiliosOwnNodeLibrarySignsAsWeCheck() throws Exception {
		assumeTrue(Files.isDirectory(PEERS), "npm's twilio is not installed (setup/test-parts.sh)");
		Map<String, String> delivered = said("SM01", "delivered", "");
		String script = "const [token, url, fields] = process.argv.slice(1);"
				+ "process.stdout.write(require(process.env.TWILIO).getExpectedTwilioSignature(token, url, JSON.parse(fields)))";
		ProcessBuilder node = new ProcessBuilder("node", "-e", script, "--", TOKEN, PUBLIC + "/hooks/twilio/status",
				tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(delivered));
		node.environment().put("TWILIO", PEERS.toString());
		Process process = node.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String signature = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).isZero();
		this.web.perform(request("/hooks/twilio/status", delivered).header("X-Twilio-Signature", signature))
			.andExpect(status().isNoContent());
		delivered.put("MessageSid", "SM02");
		refused(request("/hooks/twilio/status", delivered).header("X-Twilio-Signature", signature));
	}

	private void refused(MockHttpServletRequestBuilder request) throws Exception {
		int before = this.office.told(LateReport.class).size();
		this.web.perform(request).andExpect(status().isForbidden());
		assertThat(this.office.told(LateReport.class)).hasSize(before);
	}

	private static Map<String, String> said(String sid, String status, String error) {
		Map<String, String> fields = new TreeMap<>(Map.of("AccountSid", "AC00", "MessageSid", sid, "MessageStatus",
				status, "To", "+819000000001", "From", "+81500000000"));
		if (!error.isEmpty()) {
			fields.put("ErrorCode", error);
		}
		return fields;
	}

	private static MockHttpServletRequestBuilder signed(String path, Map<String, String> fields) throws Exception {
		return request(path, fields).header("X-Twilio-Signature", sign(PUBLIC + path, fields));
	}

	private static MockHttpServletRequestBuilder request(String path, Map<String, String> fields) {
		MockHttpServletRequestBuilder request = post(path);
		fields.forEach(request::param);
		return request;
	}

	/** https://www.twilio.com/docs/usage/security#validating-requests */
	private static String sign(String url, Map<String, String> fields) throws Exception {
		StringBuilder text = new StringBuilder(url);
		new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
		Mac mac = Mac.getInstance("HmacSHA1");
		mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
		return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
	}

}
