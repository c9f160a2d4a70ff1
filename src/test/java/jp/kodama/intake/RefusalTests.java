package jp.kodama.intake;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What can never become an alert, and what is said about it. */
class RefusalTests {

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "broken, XMLとして読めません", "not-xml, XMLとして読めません", "empty, 空のファイル", "bomb, DOCTYPE",
			"external-entity, DOCTYPE", "feed, Atom", "bad-status, Control/Status", "bad-info-type, Head/InfoType",
			"bad-time, Head/ReportDateTime", "cap-unknown-type, msgType", "cap-old-version, cap:1.1" })
	void aMessageThatCannotBeTrustedIsRejectedByName(String name, String why) {
		Map<String, Object> json = Telegrams.explain(name).json();
		assertThat(json).containsEntry("decision", "REJECT").containsEntry("file", name);
		assertThat((String) json.get("reason")).contains(why);
		assertThat(json.get("channels")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).isEmpty();
	}

	@Test
	void anEntityOfAnotherFileIsNeverRead() {
		assertThat(Telegrams.explain("external-entity").toString()).doesNotContain("localhost");
	}

	@ParameterizedTest(name = "{0}: {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { //
			"<status>Actual</status> | <status>Draft</status> | 下書き",
			"<status>Actual</status> | <status>System</status> | 配信網内部",
			"<status>Actual</status> | <status>Real</status> | status",
			"<msgType>Alert</msgType> | <msgType>Ack</msgType> | 受領の返事",
			"<msgType>Alert</msgType> | <msgType>Error</msgType> | 拒否の返事",
			"<msgType>Alert</msgType> | <msgType>Cancel</msgType> | references がありません",
			"<msgType>Alert</msgType> | <msgType>Update</msgType> | references がありません",
			"<scope>Public</scope> | <scope>Restricted</scope><restriction>staff</restriction> | 公開を許されていない",
			"<scope>Public</scope> | <scope>Private</scope><addresses>a</addresses> | 特定の宛先",
			"10:00:00+09:00</sent> | 01:00:00Z</sent> | sent が Z で終わっています",
			"10:00:00+09:00</sent> | 10:00:00</sent> | スキーマに合いません",
			"<identifier>ishikawa-2026-0100 | <identifier>ishikawa 2026 | identifier",
			"<severity>Extreme</severity> | <severity>Terrible</severity> | スキーマに合いません",
			"37.2,136.8 37.3,136.8 | 37.2 37.3,136.8 | polygon",
			"37.2,136.8 37.3,136.8 | 37.4,136.8 37.3,136.8 | polygon" })
	void aCapMessageThatIsNotForThePublicOrContradictsItselfIsRefusedByName(String from, String to, String why)
			throws java.io.IOException {
		String document = java.nio.file.Files
			.readString(java.nio.file.Path.of("src/test/resources/cap/flood-three-languages.xml"));
		assertThat(document).contains(from);
		refused(document.replaceFirst(java.util.regex.Pattern.quote(from), to)
			.getBytes(java.nio.charset.StandardCharsets.UTF_8), why);
	}

	@Test
	void aMessageCutOffOrInAnotherCharacterSetSaysSo() {
		byte[] whole = Telegrams.bytes("tsunami-major");
		refused(java.util.Arrays.copyOf(whole, whole.length - 5), "途中で切れています");
		String text = new String(whole, java.nio.charset.StandardCharsets.UTF_8);
		refused(text.getBytes(java.nio.charset.Charset.forName("Shift_JIS")), "文字コード");
		refused(text.replace("UTF-8", "EBCDIC-KLINGON").getBytes(java.nio.charset.StandardCharsets.UTF_8), "文字コード");
	}

	@Test
	void elementsWithinElementsWithoutEndAreRefused() {
		refused(("<a>".repeat(100_000) + "</a>".repeat(100_000)).getBytes(java.nio.charset.StandardCharsets.UTF_8),
				"XMLとして読めません");
	}

	private static void refused(byte[] bytes, String why) {
		Explainer explainer = new Explainer(Telegrams.policy("17461"), (verdict) -> java.util.List.of(),
				Telegrams.READER);
		var decision = explainer.explain("x", bytes, null).decision();
		assertThat(decision.verdict()).isEqualTo(jp.kodama.policy.verdict.Verdict.REJECT);
		assertThat(decision.reason()).contains(why);
	}

	@Test
	void aFileTooLargeIsRefusedBeforeItIsParsed() {
		Explainer explainer = new Explainer(Telegrams.policy("17461"), (verdict) -> java.util.List.of(),
				Telegrams.READER);
		assertThat(explainer.explain("huge", new byte[17 * 1024 * 1024], null).decision().reason()).contains("大きすぎます");
	}

	@Test
	void theLineForPeopleIsOneLine() {
		assertThat(Telegrams.explain("broken").line()).startsWith("broken: REJECT").doesNotContain("\n");
		assertThat(Telegrams.explain("rain-special").line()).contains("AUTO", "VPWW55", "→").doesNotContain("\n");
	}

}
