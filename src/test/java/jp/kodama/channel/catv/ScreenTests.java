package jp.kodama.channel.catv;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pages as they stand on the television. */
class ScreenTests {

	private final Screen screen = new Screen(32, 3);

	@Test
	void aShortMessageIsOnePageWithoutANumber() {
		assertThat(this.screen.pages("津波警報", "逃げてください。")).containsExactly("津波警報\r\n逃げてください。\r\n");
	}

	@Test
	void aLongMessageHasItsHeadlineAndNumberOnEveryPage() {
		List<String> pages = this.screen.pages("津波警報", "ただちに海や川から離れ、高台や避難ビルなど安全な場所へ逃げてください。決して戻らないでください。");
		assertThat(pages).hasSize(2);
		assertThat(pages.get(0)).startsWith("津波警報                     1/2\r\n");
		assertThat(pages.get(1)).startsWith("津波警報                     2/2\r\n");
	}

	@Test
	void theDrillMarkSurvivesAHeadlineThatIsTooLong() {
		List<String> pages = this.screen.pages("【訓練（くんれん）】すぐに にげて ください（避難指示）", "逃げてください。".repeat(9));
		assertThat(pages).hasSizeGreaterThan(2).allSatisfy((page) -> {
			String head = page.lines().findFirst().orElseThrow();
			assertThat(head).startsWith("【訓練（くんれん）】").contains("…").matches(".* \\d/\\d");
			assertThat(Characters.width(head)).isLessThanOrEqualTo(32);
		});
	}

	@Test
	void whatBelongsTogetherStaysOnOnePage() {
		List<String> pages = new Screen(32, 4).pages("津波警報", "警戒レベル４\n逃げてください。\n\n津波が来ます。\n何度も来ます。\n\n穴水町");
		assertThat(pages).hasSize(2);
		assertThat(pages.get(0)).contains("逃げてください").doesNotContain("津波が来ます");
		assertThat(pages.get(1)).contains("津波が来ます", "何度も来ます", "穴水町");
	}

	@Test
	void noPageIsHigherThanTheScreen() {
		assertThat(this.screen.pages("見出し", "一行\n".repeat(20)))
			.allSatisfy((page) -> assertThat(page.lines().count()).isLessThanOrEqualTo(3));
	}

	@Test
	void aScreenTooSmallForTheDrillMarkIsRefused() {
		assertThatThrownBy(() -> new Screen(16, 8)).hasMessageContaining("limits.columns");
	}

}
