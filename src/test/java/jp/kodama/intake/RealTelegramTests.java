package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.policy.Decision;
import jp.kodama.policy.verdict.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Telegrams that were really sent, and the samples of 気象庁. */
class RealTelegramTests {

	private static final Path DATA = Path.of("../shared/data/jma-xml");

	@BeforeAll
	static void theDataIsThere() {
		assumeTrue(Files.isDirectory(DATA), "real telegrams are not part of the repository: " + DATA);
	}

	@ParameterizedTest
	@ValueSource(strings = { "17461", "17204", "17207", "17384", "32526" })
	void everyTelegramIsDecidedForEveryTownWithAReason(String jis) throws IOException {
		Explainer explainer = new Explainer(Telegrams.policy(jis), (verdict) -> List.of(), Telegrams.READER);
		for (Path file : files()) {
			Explanation explanation = explainer.explain(file, null);
			assertThat(explanation.decision().reason()).as(file.toString()).isNotBlank();
			assertThat(explanation.decision().verdict()).as(file.toString()).isNotEqualTo(Verdict.REJECT);
			assertThat(explanation.decision().telegram()).as(file.toString()).isNotEmpty();
			assertThat(explanation.line()).as(file.toString()).doesNotContain("要確認");
		}
	}

	@Test
	void theGreatTsunamiWarningOfNewYearIsReleasedAtOnce() throws IOException {
		Decision decision = explain("live-2024-noto/VTSE41_20240101T1622_major.xml").decision();
		assertThat(decision.verdict()).isEqualTo(Verdict.AUTO);
		assertThat(decision.kinds()).extracting(Decision.Rated::name).containsExactly("大津波警報");
		assertThat(decision.areas()).containsExactly("石川県能登");
		assertThat(decision.sound()).isEqualTo("tsunami-major");
	}

	@Test
	void shakingOfFiveUpperIsToldAndOfThreeIsNot() throws IOException {
		assertThat(explain("live-2024-noto/VXSE51_20240106T0528.xml").decision().verdict()).isEqualTo(Verdict.AUTO);
		assertThat(explain("live-2024-noto/VXSE51_20240101T1634.xml").decision().verdict()).isEqualTo(Verdict.RECORD);
	}

	private static Explanation explain(String file) throws IOException {
		return new Explainer(Telegrams.policy("17461"), (verdict) -> List.of(), Telegrams.READER)
			.explain(DATA.resolve(file), null);
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> all = Files.walk(DATA)) {
			return all.filter((file) -> file.toString().endsWith(".xml")).sorted().toList();
		}
	}

}
