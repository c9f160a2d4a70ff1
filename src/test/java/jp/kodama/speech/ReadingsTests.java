package jp.kodama.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jp.kodama.audience.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A dictionary decides how names are read. */
class ReadingsTests {

	private final Path folder;

	ReadingsTests(@TempDir Path folder) {
		this.folder = folder;
	}

	@Test
	void theLongestWordWins() throws IOException {
		assertThat(dictionary("穴水,アナミズ", "穴水町,アナミズマチ").applyTo("穴水町と穴水")).isEqualTo("アナミズマチとアナミズ");
	}

	@Test
	void commentsAndEmptyLinesAreNotWords() throws IOException {
		assertThat(dictionary("# 地名", "", "甲,カブト # 穴水町").applyTo("甲#")).isEqualTo("カブト#");
	}

	@Test
	void fullWidthAndHalfWidthAreOneWord() throws IOException {
		Readings readings = dictionary("Ｊアラート,ジェイアラート");
		assertThat(SpokenJapanese.of("ＪアラートとjｱﾗｰﾄとＪｱﾗｰﾄ", readings)).isEqualTo("ジェイアラートとjアラートとジェイアラート");
	}

	@Test
	void theMunicipalityAddsItsDistrictsButTheDictionaryDecides() throws IOException {
		Municipality town = new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town", Map.of(), List
			.of(new Municipality.District("甲", "かぶと", "Kabuto"), new Municipality.District("住吉", "すみよし", "Sumiyoshi")));
		assertThat(dictionary("住吉,スミノエ").with(town).applyTo("穴水町の甲と住吉")).isEqualTo("アナミズマチのカブトとスミノエ");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "穴水", "穴水,アナミズ,町", ",アナミズ", "穴水,", "穴水,anamizu", "穴水,穴水", "は,ワ", "🏠,いえ", "穴水,🏠", "穴水,、" })
	void aBrokenRowIsNamedByFileAndLine(String row) {
		assertThatIllegalStateException().isThrownBy(() -> dictionary("# 地名", "甲,カブト", row))
			.withMessageStartingWith(this.folder.resolve("readings.csv") + ":3: ");
	}

	@Test
	void aWordGivenTwiceIsNamedByItsSecondLine() {
		assertThatIllegalStateException().isThrownBy(() -> dictionary("甲,カブト", "甲,コウ"))
			.withMessageContaining(":2: ")
			.withMessageContaining("甲");
	}

	@Test
	void aMissingDictionaryIsNamed() {
		Path missing = this.folder.resolve("none.csv");
		assertThatIllegalStateException().isThrownBy(() -> Readings.load(missing)).withMessageContaining("none.csv");
	}

	@Test
	void aDictionaryInAnotherEncodingIsNamed() throws IOException {
		Path file = this.folder.resolve("sjis.csv");
		Files.write(file, "甲,カブト".getBytes("Shift_JIS"));
		assertThatIllegalStateException().isThrownBy(() -> Readings.load(file)).withMessageContaining("sjis.csv");
	}

	private Readings dictionary(String... lines) throws IOException {
		return Readings.load(Files.write(this.folder.resolve("readings.csv"), List.of(lines)));
	}

}
