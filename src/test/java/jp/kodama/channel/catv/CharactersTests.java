package jp.kodama.channel.catv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a Shift_JIS device is given for what it does not know. */
class CharactersTests {

	private static final Path TABLE = Path.of("channels/catv/replacements.csv");

	private final Characters sjis = Characters.load("Shift_JIS", TABLE);

	@Test
	void theTableIsUsedForNamesAndSigns() {
		assertThat(this.sjis.known("𠮷田さん　𣘺本さん　9時〜10時　−5℃　⚠️注意")).isEqualTo("吉田さん　橋本さん　9時～10時　－5℃　！注意");
	}

	@Test
	void whatTheTableLacksTakesItsPlainForm() {
		assertThat(this.sjis.known("Café Ōtsu ㊿ Ⅷ ①")).isEqualTo("Cafe Otsu (50) Ⅷ ①");
		assertThat(this.sjis.known("か\u3099わ")).as("put together first").isEqualTo("がわ");
	}

	@Test
	void whatNobodyKnowsIsAGetaNeverAQuestionMark() {
		assertThat(this.sjis.known("𓀀")).isEqualTo("〓");
		for (int one = 0x20; one < 0x30000; one++) {
			if (Character.isDefined(one) && (one < 0xd800 || one > 0xdfff) && !question(one)) {
				String text = this.sjis.known(Character.toString(one));
				assertThat(new String(this.sjis.bytes(text), Charset.forName("windows-31j"))).isEqualTo(text)
					.doesNotContain("?");
			}
		}
	}

	private static boolean question(int one) {
		return Normalizer.normalize(Character.toString(one), Normalizer.Form.NFKD).contains("?");
	}

	@Test
	void aUtf8DeviceGetsEveryCharacterAsItIs() {
		Characters utf8 = Characters.load("UTF-8", TABLE);
		assertThat(utf8.known("𠮷田〜Café")).isEqualTo("𠮷田〜Café");
		assertThat(utf8.charset()).isEqualTo("UTF-8");
	}

	@Test
	void controlCharactersNeverReachTheDevice() {
		assertThat(this.sjis.known("a\u001b[2J\u0000\tb\r\nc")).isEqualTo("a[2Jb\nc");
	}

	@Test
	void halfWidthCountsOneAndTheRestTwo() {
		assertThat(Characters.width("A1ｱﾞあ漢é𠮷")).isEqualTo(4 + 8);
	}

	@Test
	void aBrokenTableIsNamedWithItsLine(@TempDir Path folder) throws IOException {
		Path table = folder.resolve("t.csv");
		Files.writeString(table, "# remark\n301C,〜,～\nnonsense\n");
		assertThatThrownBy(() -> Characters.load("Shift_JIS", table)).hasMessageContaining("t.csv:3:");
	}

}
