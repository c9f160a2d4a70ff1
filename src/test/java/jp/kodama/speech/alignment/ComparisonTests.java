package jp.kodama.speech.alignment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.speech.Heard;
import jp.kodama.speech.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A broadcast held against what an ear made of it. */
class ComparisonTests {

	private static final List<Said> ORDER = List.of(word("対象", "タイショー"), word("は", "ワ"),
			new Said("諸橋", "モロハシ", Said.Weight.PLACE), new Said("警戒レベル４", "ケイカイレベルヨン", Said.Weight.LEVEL),
			new Said("避難指示", "ヒナンシジ", Said.Weight.LEVEL));

	@Test
	void whatIsHeardAsSaidHasNoError() {
		Comparison comparison = Comparison.whole(ORDER, heard("タイショウ", "ワ", "モロハシ", "ケーカイ", "レベル", "ヨン", "ヒナン", "シジ"),
				"ja");
		assertThat(comparison.errors()).isZero();
		assertThat(comparison.score()).isEqualTo(1.0);
		assertThat(comparison.harmful()).isEmpty();
		assertThat(comparison.critical()).isEqualTo(3);
	}

	@Test
	void aSwappedLevelIsHarmfulHoweverGoodTheRestIs() {
		Comparison comparison = Comparison.whole(ORDER, heard("タイショー", "ワ", "モロハシ", "ケーカイレベルゴ", "ヒナンシジ"), "ja");
		assertThat(comparison.score()).isGreaterThan(0.9);
		assertThat(comparison.harmful()).extracting((fate) -> fate.said().written()).containsExactly("警戒レベル４");
		assertThat(comparison.harmful().get(0).heard()).startsWith("ケエカイレベル");
	}

	@Test
	void aLostPlaceIsMissing() {
		Comparison comparison = Comparison.whole(ORDER, heard("タイショーワ", "ケーカイレベルヨン", "ヒナンシジ"), "ja");
		assertThat(comparison.errors()).isEqualTo(4);
		assertThat(comparison.harmful()).extracting(Fate::kind).containsExactly(Fate.Kind.MISSING);
	}

	@Test
	void aSmallWordTakenForAnotherIsAnErrorButNoHarm() {
		Comparison comparison = Comparison.whole(ORDER, heard("タイショー", "ガ", "モロハシ", "ケーカイレベルヨン", "ヒナンシジ"), "ja");
		assertThat(comparison.errors()).isEqualTo(1);
		assertThat(comparison.harmful()).isEmpty();
	}

	@Test
	void aSirenHeardBeforeCountsOnlyAgainstAWholeRecording() {
		Heard heard = heard("ウー", "アア", "タイショー", "ワ", "モロハシ", "ケーカイレベルヨン", "ヒナンシジ", "アー");
		assertThat(Comparison.within(ORDER, heard, "ja").errors()).isZero();
		assertThat(Comparison.whole(ORDER, heard, "ja").errors()).isEqualTo(6);
	}

	@Test
	void theFirstHalfIsNotTheBroadcast() {
		Comparison comparison = Comparison.within(ORDER, heard("タイショー", "ワ", "モロハシ"), "ja");
		assertThat(comparison.score()).isLessThan(0.5);
		assertThat(comparison.harmful()).hasSize(2);
	}

	@Test
	void nothingHeardScoresNothing() {
		assertThat(Comparison.within(ORDER, heard(), "ja").score()).isZero();
	}

	@Test
	void englishIsComparedByWordsAndFiguresAsWords() {
		List<Said> said = List.of(word("Alert", "Alert"), new Said("Level 4.", "Level 4.", Said.Weight.LEVEL));
		assertThat(Comparison.whole(said, heard("alert", "level", "four"), "en").errors()).isZero();
		assertThat(Comparison.whole(said, heard("alert", "level", "for"), "en").harmful()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "ケイ,ケー", "オオツナミ,オーツナミ", "コウ,コー", "ツヅキ,ツズキ", "ヲ,オ", "けいほう,ケーホー" })
	void theSameSoundWrittenOtherwiseIsTheSame(String one, String other) {
		assertThat(Sounds.of(one, "ja")).isEqualTo(Sounds.of(other, "ja"));
	}

	private static Said word(String written, String reading) {
		return new Said(written, reading, Said.Weight.ORDINARY);
	}

	private static Heard heard(String... readings) {
		List<Word> words = new ArrayList<>();
		for (String reading : readings) {
			words.add(new Word(reading, reading, 1, Duration.ZERO, Duration.ZERO));
		}
		return new Heard(true, words);
	}

}
