package jp.kodama.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Written Japanese is prepared for a voice that guesses badly. */
class SpokenJapaneseTests {

	private final Readings none;

	SpokenJapaneseTests(@TempDir Path folder) throws IOException {
		this.none = Readings.load(Files.writeString(folder.resolve("readings.csv"), "# nothing\n"));
	}

	@ParameterizedTest
	@CsvSource({ "４時０５分,4時5分", "16時00分まで,16時まで", "10分,10分", "2時10分,2時10分" })
	void timesHaveNoNoughts(String written, String spoken) {
		assertThat(SpokenJapanese.of(written, this.none)).isEqualTo(spoken);
	}

	@Test
	void halfWidthKanaIsReadAsKana() {
		assertThat(SpokenJapanese.of("ｱﾅﾐｽﾞ", this.none)).isEqualTo("アナミズ");
	}

	@Test
	void variantsOfKanjiInNamesAreNotPassedOver() {
		assertThat(SpokenJapanese.of("髙橋・山﨑・𠮷田", this.none)).isEqualTo("高橋・山崎・吉田");
	}

	@Test
	void aRangeIsSpokenAsOne() {
		assertThat(SpokenJapanese.of("１０～２０メートル", this.none)).isEqualTo("10から20メートル");
	}

	@Test
	void bracketsBecomePauses() {
		assertThat(SpokenJapanese.of("【訓練】津波（つなみ）警報", this.none)).isEqualTo("訓練、津波、つなみ、警報");
	}

	@Test
	void picturesAreNotSpoken() {
		assertThat(SpokenJapanese.of("逃げて🏃‍♂️ください⚠", this.none)).isEqualTo("逃げてください");
	}

	@Test
	void theStationsNameIsOneWord() {
		assertThat(SpokenJapanese.of("こちらは、ぼうさいはくいです。", this.none)).isEqualTo("こちらは、防災ハクイです。");
	}

}
