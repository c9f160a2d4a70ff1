package jp.kodama.intake.api;

import java.time.OffsetDateTime;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import jp.kodama.accounts.Officers;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.testing.KodamaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** An alert entered by a program. */
@KodamaTest
class AlertsApiTests {

	private static final String CAP = """
			{"status": "Exercise", "msgType": "Alert", "info": [{"language": "ja-JP", "category": "Safety",
			 "event": "避難指示", "responseType": "Evacuate", "urgency": "Immediate", "severity": "Severe",
			 "certainty": "Likely", "headline": "避難指示", "instruction": "逃げてください。", "senderName": "穴水町",
			 "expires": "%s", "parameter": {"警戒レベル": "4"},
			 "area": [{"areaDesc": "穴水町", "geocode": [{"valueName": "JISX0402", "value": "17461"}]}]}]}"""
		.formatted(OffsetDateTime.now().plusHours(3));

	@Autowired
	WebApplicationContext kodama;

	@Autowired
	AlertJournal journal;

	MockMvcTester api;

	@BeforeEach
	void open() {
		this.api = MockMvcTester.from(this.kodama, (builder) -> builder.apply(springSecurity()).build());
	}

	@Test
	void anAlertGoesFromDraftToReleaseByTwoPrograms() {
		String composer = token("composer", "compose", "read");
		String approver = token("approver", "approve", "read");
		String draft = entered(post("", AlertsApi.SHORT, composer));
		assertThat(post("/" + draft + "/approve", "", composer)).hasStatus(403);
		assertThat(post("/" + draft + "/submit", "", composer)).hasStatusOk();
		assertThat(post("/" + draft + "/approve", "", approver)).hasStatusOk();
		assertThat(state(draft)).isEqualTo(State.RELEASED);
		assertThat(get("/" + draft, approver)).bodyJson().extractingPath("$.approver").isEqualTo("approver");
		assertThat(get("", approver)).bodyText().contains(draft);
	}

	@Test
	void aProgramThatMayDoBothStillCannotApproveItsOwnAlert() {
		String both = token("both", "compose", "approve");
		String draft = entered(post("", AlertsApi.SHORT, both));
		assertThat(post("/" + draft + "/submit", "", both)).hasStatusOk();
		MvcTestResult refused = post("/" + draft + "/approve", "", both);
		assertThat(refused).hasStatus(403);
		assertThat(refused).bodyJson().extractingPath("$.field").isEqualTo("approver");
		assertThat(state(draft)).isEqualTo(State.PENDING_APPROVAL);
	}

	@Test
	void whatIsReleasedIsKeptBeforeItIsAnswered() {
		MvcTestResult answer = post("?release=true", AlertsApi.TEMPLATE, token("replay", "compose", "rehearse"));
		assertThat(answer).hasStatus(201).hasHeader("Location", "/api/v1/alerts/" + entered(answer));
		assertThat(state(entered(answer))).isEqualTo(State.RELEASED);
	}

	@Test
	void aTokenForRehearsalsNeverReleasesARealAlert() {
		String token = token("rehearser", "compose", "rehearse");
		String real = AlertsApi.SHORT.replace("Exercise", "Actual");
		assertThat(post("?release=true", real, token)).hasStatus(403)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(post("?release=true", with(real, Map.of("rehearsal", true)), token)).hasStatus(201);
		assertThat(post("?release=true", real, token("compose-only", "compose"))).hasStatus(403);
		assertThat(post("?release=true", real, token("trusted", "release"))).hasStatus(201);
	}

	@Test
	void aTokenThatOnlyReadsCannotWrite() {
		assertThat(post("", AlertsApi.SHORT, token("reader", "read"))).hasStatus(403);
		assertThat(post("", AlertsApi.SHORT, "Bearer forged")).hasStatus(401);
		assertThat(get("", token("writer", "compose"))).hasStatus(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			msgType     | "Resend"                | msgType
			status      | "Perhaps"               | status
			expires     | "2020-01-01T00:00:00Z"  | info[ja-JP].expires
			expiresIn   | "soon"                  | expiresIn
			level       | 9                       | info[ja-JP].parameter[警戒レベル]
			level       | "four"                  | level
			severity    | "Terrible"              | severity
			event       | ""                      | event
			headline    | ""                      | headline
			districts   | ["月面"]                 | info[ja-JP].area[月面].geocode
			districts   | "住吉"                   | districts
			texts       | {"en": {}}              | texts[en].headline
			references  | ["17461-nobody"]        | references
			expireIn    | "PT1H"                  | expireIn
			template    | "no-such"               | template""")
	void aRefusalNamesTheField(String name, String value, String field) {
		MvcTestResult refused = post("?release=true", with(AlertsApi.SHORT, Map.of(name, json(value))),
				token("careless", "release"));
		assertThat(refused).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(refused).bodyJson().extractingPath("$.field").isEqualTo(field);
		assertThat(refused).bodyJson().extractingPath("$.detail").asString().containsPattern("[ぁ-ん一-龥]");
		assertThat(refused).bodyJson().extractingPath("$.english").asString().isNotBlank();
	}

	@Test
	void aTextBeyondWhatAChannelCarriesIsRefused() {
		MvcTestResult refused = post("?release=true",
				with(AlertsApi.SHORT, Map.of("description", "とても長い。".repeat(3000))), token("verbose", "release"));
		assertThat(refused).hasStatus(422);
		assertThat(refused).bodyJson().extractingPath("$.field").asString().startsWith("info[ja");
	}

	@Test
	void aTextTooLongToBeListenedToIsRefusedBeforeItIsSpoken() {
		MvcTestResult refused = post("?release=true",
				with(AlertsApi.SHORT, Map.of("description", "川があふれます。".repeat(110))), token("orator", "release"));
		assertThat(refused).hasStatus(422);
		assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains("放送するには長すぎます");
	}

	@Test
	void brokenJsonIsARequestGoneWrong() {
		assertThat(post("", "{\"event\":", token("broken", "compose"))).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(post("", "[]", token("broken", "compose"))).hasStatus(422);
	}

	@Test
	void anAlertInCapsOwnWordsKeepsThem() {
		String token = token("cap", "release", "read");
		String identifier = entered(post("?release=true", with(CAP, Map.of("identifier", "town-2026-1")), token));
		assertThat(identifier).isEqualTo("town-2026-1");
		assertThat(get("/town-2026-1", token)).bodyJson().extractingPath("$.info[0].parameter['警戒レベル']").isEqualTo("4");
		assertThat(post("", with(CAP, Map.of("identifier", "../../etc/passwd")), token)).hasStatus(422)
			.bodyJson()
			.extractingPath("$.field")
			.isEqualTo("identifier");
		assertThat(post("", with(CAP, Map.of("identifier", "town-2026-1")), token)).hasStatus(422);
	}

	@Test
	void anUpdateAndACancelReferenceWhatTheyFollow() {
		String token = token("follow", "release", "read");
		String first = entered(post("?release=true", AlertsApi.TEMPLATE, token));
		MvcTestResult update = post("/" + first + "/update?release=true",
				with(AlertsApi.TEMPLATE, Map.of("districts", new String[] { "諸橋" })), token);
		assertThat(update).hasStatus(201);
		assertThat(state(first)).isEqualTo(State.SUPERSEDED);
		MvcTestResult cancel = post("/" + entered(update) + "/cancel?release=true", "", token);
		assertThat(cancel).hasStatus(201);
		assertThat(cancel).bodyJson().extractingPath("$.msgType").isEqualTo("Cancel");
		assertThat(cancel).bodyJson().extractingPath("$.references[0]").asString().contains(entered(update));
		assertThat(state(entered(update))).isEqualTo(State.CANCELLED);
	}

	@Test
	void anUnknownAlertIsNotFound() {
		String token = token("lost", "read", "compose", "approve");
		assertThat(get("/17461-nobody", token)).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(post("/17461-nobody/submit", "", token)).hasStatus(404);
	}

	private String token(String name, String... scopes) {
		return Officers.of(this.kodama).token(name, scopes);
	}

	private MvcTestResult post(String path, String body, String token) {
		return this.api.post()
			.uri("/api/v1/alerts" + path)
			.header("Authorization", token)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult get(String path, String token) {
		return this.api.get().uri("/api/v1/alerts" + path).header("Authorization", token).exchange();
	}

	private State state(String identifier) {
		return this.journal.find(identifier).map(JournalEntry::state).orElseThrow();
	}

	private static String entered(MvcTestResult answer) {
		assertThat(answer).hasStatus(201);
		return JsonPath.read(
				new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8),
				"$.identifier");
	}

	private static Object json(String value) {
		return JsonMapper.shared().readValue(value, Object.class);
	}

	@SuppressWarnings("unchecked")
	private static String with(String json, Map<String, Object> changes) {
		Map<String, Object> body = JsonMapper.shared().readValue(json, Map.class);
		body.putAll(changes);
		if (changes.containsKey("expires")) {
			body.remove("expiresIn");
		}
		return JsonMapper.shared().writeValueAsString(body);
	}

}
