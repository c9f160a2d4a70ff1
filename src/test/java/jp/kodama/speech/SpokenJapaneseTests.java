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
	@CsvSource({ "４時０５分,4時5分", "16時00分まで,午後4時まで", "16:30,午後4時30分", "0時5分,午前0時5分", "24時間,24時間", "午後3時,午後3時", "夜20時,夜20時",
			"9時から17時,9時から午後5時", "16時間,16時間", "10分,10分", "2時10分,2時10分" })
	void timesHaveNoNoughts(String written, String spoken) {
		assertThat(SpokenJapanese.of(written, this.none)).isEqualTo(spoken);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "0768-52-0300|ゼロナナロクハチの、ゴーニーの、ゼロサンゼロゼロ", "1,200人|1200人", "50mm|50ミリメートル", "高さ3m|高さ3メートル",
					"風速20m/s|風速20メートル", "M7.6|マグニチュード7.6", "湿度30％|湿度30パーセント", "35℃|35度", "11/21（土）|11月21日土曜日",
					"21日（土）|21日土曜日", "1/2|1/2", "ABC3MB|ABC3MB" })
	void numbersAreSaidAsPeopleSayThem(String written, String spoken) {
		assertThat(SpokenJapanese.of(written, this.none)).isEqualTo(spoken);
	}

	@Test
	void plainJapaneseIsOneSentenceAgainAndItsReadingsAreNotSaidTwice() {
		String easy = "土（つち）や 石（いし）が おちて　きます。土砂災害（どしゃ さいがい：山や がけが くずれること）です。";
		assertThat(SpokenJapanese.of(SpokenJapanese.joined(easy), this.none))
			.isEqualTo("土や石がおちてきます。土砂災害、山やがけがくずれること、です。");
		assertThat(SpokenJapanese.of("にげてください（避難指示・ひなんしじ）。", this.none)).isEqualTo("にげてください、避難指示。");
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
		assertThat(SpokenJapanese.of("１０～２０メートル、16時～18時", this.none)).isEqualTo("10から20メートル、午後4時から午後6時");
	}

	@Test
	void bracketsBecomePauses() {
		assertThat(SpokenJapanese.of("【訓練】津波（つなみ）警報", this.none)).isEqualTo("訓練、津波警報");
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
