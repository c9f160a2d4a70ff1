package jp.kodama.speech.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jp.kodama.speech.Term;
import jp.kodama.speech.Terms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Words become phonemes, and phonemes kana. */
class VocabularyTests {

	@ParameterizedTest
	@CsvSource({ "アナミズマチ,a n a m i z u m a ch i", "ケイホウ,k e: h o:", "キュウヨウ,ky u: y o:", "ニッポン,n i q p o N",
			"ツヅキ,ts u z u k i", "オオツナミ,o o ts u n a m i", "パーティー,p a: t i:" })
	void kanaIsSpeltInPhonemes(String kana, String phonemes) {
		assertThat(Phonemes.of(kana)).isEqualTo(phonemes);
	}

	@ParameterizedTest
	@CsvSource({ "silB k o ch i r a | w a | sp,コチラワ", "k i N ky u: h o: s o:,キンキューホーソー", "g a q k o:,ガッコー" })
	void phonemesAreReadAsKana(String phonemes, String kana) {
		assertThat(Phonemes.kana(phonemes)).isEqualTo(kana);
	}

	@ParameterizedTest
	@ValueSource(strings = { "アイウエオ", "カキクケコ", "ガギグゲゴ", "サシスセソ", "ザジズゼゾ", "タチツテト", "ダデド", "ナニヌネノ", "ハヒフヘホ", "バビブベボ",
			"パピプペポ", "マミムメモ", "ヤユヨ", "ラリルレロ", "ワン", "キャキュキョ", "シャシュショ", "チャチュチョ", "ニャニュニョ", "ヒャヒュヒョ", "ミャミュミョ",
			"リャリュリョ", "ギャギュギョ", "ジャジュジョ", "ビャビュビョ", "ピャピュピョ" })
	void everyKanaComesBackFromItsPhonemes(String kana) {
		assertThat(Phonemes.kana(Phonemes.of(kana))).isEqualTo(kana);
	}

	@Test
	void aTownsPlacesBecomeADictionary() {
		String dictionary = new String(Vocabulary.of(List.of(new Term("諸橋", "モロハシ", Term.Kind.PLACE))).dictionary(),
				Vocabulary.EUC);
		assertThat(dictionary).isEqualTo("諸橋 @1.0 [諸橋] m o r o h a sh i\n");
	}

	@Test
	void aWordThatCannotBeSaidIsLeftOut() {
		assertThat(new Vocabulary(Map.of("諸橋", "Morohashi", "🌊", "ナミ")).dictionary()).isEmpty();
	}

	@Test
	void aBrokenLineIsNamed(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("words.csv"), "# 語\n津波,ツナミ\n津波警報\n");
		assertThatIllegalStateException().isThrownBy(() -> Terms.load(file)).withMessageContaining("words.csv:3");
	}

}
