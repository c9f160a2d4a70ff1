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

	@Test
	void aFileTooLargeIsRefusedBeforeItIsParsed() {
		Explainer explainer = new Explainer(Telegrams.policy("17461"), (verdict) -> java.util.List.of());
		assertThat(explainer.explain("huge", new byte[17 * 1024 * 1024], null).decision().reason()).contains("大きすぎます");
	}

	@Test
	void theLineForPeopleIsOneLine() {
		assertThat(Telegrams.explain("broken").line()).startsWith("broken: REJECT").doesNotContain("\n");
		assertThat(Telegrams.explain("rain-special").line()).contains("AUTO", "VPWW55", "→").doesNotContain("\n");
	}

}
