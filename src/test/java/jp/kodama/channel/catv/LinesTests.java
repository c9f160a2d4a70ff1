package jp.kodama.channel.catv;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Line breaking, on sentences and on five thousand made-up texts. */
class LinesTests {

	/** Pieces as sentences have them; signs come in runs short enough to stay whole. */
	private static final List<String> PIECES = List.of("津波", "警報", "ただちに", "、", "。", "「", "」", "逃げて", "ください", "（訓練）",
			"ー", "っ", "々", "ヶ", "１２０", "ｍ", "2026", "Leave", " ", "the shore", ", ", ". ", "12.5m",
			"https://example.jp/a?b=c", "　", "！？", "……", "『", "』", "ｶﾞ", "｡", "\n", "ゃ", "Café", "𠮷", "％", "・");

	private static final String NEVER_FIRST = "、。，．・：；？！ー々…）］｝〕〉》」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョヮヵヶ,.!?:;)]}%｡｣､ﾞﾟ";

	private static final String NEVER_LAST = "（［｛〔〈《「『【([{｢";

	@Test
	void aCommaHangsOnToTheWordBeforeIt() {
		assertThat(Lines.of("ただちに、高台へ逃げてください。", 8)).containsExactly("ただち", "に、高台", "へ逃げて", "くださ", "い。");
	}

	@Test
	void aBracketOpensTheNextLineRatherThanCloseThisOne() {
		assertThat(Lines.of("これは「訓練」です", 8)).containsExactly("これは", "「訓練」", "です");
	}

	@Test
	void wordsNumbersAndAddressesStayWhole() {
		assertThat(Lines.of("Leave the shore and rivers now.", 16)).containsExactly("Leave the shore",
				"and rivers now.");
		assertThat(Lines.of("水位は12.5mです", 12)).containsExactly("水位は12.5m", "です");
		assertThat(Lines.of("電話 0768-52-0300 まで", 16)).containsExactly("電話", "0768-52-0300 ま", "で");
	}

	@Test
	void aWordLongerThanTheScreenIsCutRatherThanLost() {
		assertThat(Lines.of("https://www.town.example.jp/bousai", 24)).containsExactly("https://www.town.exampl",
				"e.jp/bousai");
	}

	@Test
	void noTextEverLeavesTheScreenBreaksTheRulesOrLosesACharacter() {
		for (int seed = 0; seed < 5000; seed++) {
			Random random = new Random(seed);
			int columns = 24 + random.nextInt(40);
			StringBuilder text = new StringBuilder();
			boolean sign = true;
			for (int i = 0; i < 60; i++) {
				String piece = PIECES.get(random.nextInt(PIECES.size()));
				boolean nextSign = NEVER_FIRST.contains(piece) || NEVER_LAST.contains(piece);
				if (!(sign && nextSign)) {
					text.append(piece);
					sign = nextSign;
				}
			}
			List<String> lines = Lines.of(text.toString(), columns);
			assertThat(lines).as("seed " + seed).allSatisfy((line) -> {
				assertThat(Characters.width(line)).isLessThanOrEqualTo(columns);
				assertThat(line).isNotBlank().isEqualTo(line.strip());
			});
			// The first line of a paragraph begins with whatever the paragraph does.
			List<String> starts = text.toString().lines().map(String::strip).toList();
			assertThat(lines).as("seed " + seed + ": " + text).allSatisfy((line) -> {
				if (starts.stream().noneMatch((start) -> start.startsWith(line))) {
					assertThat(NEVER_FIRST).doesNotContain(line.substring(0, 1));
				}
				if (starts.stream().noneMatch((start) -> start.endsWith(line))) {
					assertThat(NEVER_LAST).doesNotContain(line.substring(line.length() - 1));
				}
			});
			assertThat(bare(String.join("", lines))).isEqualTo(bare(text.toString()));
		}
	}

	private static String bare(String text) {
		return text.replaceAll("[\\s　]", "");
	}

}
