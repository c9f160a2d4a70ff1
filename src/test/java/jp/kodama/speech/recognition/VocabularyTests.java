package jp.kodama.speech.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
		Vocabulary town = Vocabulary
			.of(List.of(word("諸橋", "モロハシ", Term.Kind.REGION), word("諸橋", "モロハシ", Term.Kind.PLACE),
					word("能登", "ノト", Term.Kind.REGION), word("警報", "ケイホウ", Term.Kind.LEVEL)));
		assertThat(new String(town.dictionary(), Vocabulary.EUC)).as("what must not be misheard is likeliest")
			.isEqualTo("諸橋 @1.0 [諸橋] m o r o h a sh i\n能登 @0.3 [能登] n o t o\n警報 @2.0 [警報] k e: h o:\n");
	}

	private static Term word(String written, String kana, Term.Kind kind) {
		return new Term(written, kana, kind);
	}

	@Test
	void aWordThatCannotBeSaidIsLeftOut() {
		assertThat(new Vocabulary(List.of(word("諸橋", "Morohashi", Term.Kind.PLACE), word("🌊", "ナミ", Term.Kind.WORD)))
			.dictionary()).isEmpty();
	}

	@Test
	void aBrokenLineIsNamed(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("words.csv"), "# 語\n津波,ツナミ\n津波警報\n");
		assertThatIllegalStateException().isThrownBy(() -> Terms.load(file)).withMessageContaining("words.csv:3");
	}

}
