package jp.kodama.speech;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jp.kodama.audience.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Open JTalk itself says that it pronounces, with our dictionary in front of it. */
class JapaneseIsReadAsPeopleSayItTests {

	private static final Municipality TOWN = new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town", Map.of(), List
		.of(new Municipality.District("甲", "かぶと", "Kabuto"), new Municipality.District("諸橋", "もろはし", "Morohashi")));

	private static final Readings READINGS = Readings.load(Path.of("config/speech/readings.csv")).with(TOWN);

	private final Path work;

	JapaneseIsReadAsPeopleSayItTests(@TempDir Path work) {
		this.work = work;
	}

	@ParameterizedTest
	@CsvSource({ "穴水,アナミズ", "穴水町,アナミズマチ", "羽咋市,ハクイシ", "志賀町,シカマチ", "西ノ島町,ニシノシマチョー", "輪島市,ワジマシ", "甲地区,カブトチク",
			"諸橋地区,モロハシチク" })
	void placesAreCalledByTheirNames(String written, String sound) throws Exception {
		assertThat(pronounced(written)).isEqualTo(sound);
	}

	@ParameterizedTest
	@CsvSource({ "海岸付近の方は高台に,カイガンフキンノカタワタカダイニ", "大津波警報,オーツナミケーホー", "大地震です,オージシンデス", "震度５強以上,シンドゴキョーイジョー",
			"高潮警報,タカシオケーホー", "暴風雪警報,ボーフーセツケーホー", "高台の方が安全,タカダイノホーガアンゼン", "警戒レベル４,ケーカイレベルヨン", "4時05分,ヨジゴフン",
			"１６時００分,ゴゴヨジ", "16:30,ゴゴヨジサンジュップン", "11/21（土）,ジューイチガツニジューイチニチドヨービ", "高さ3m,タカササンメートル", "24時間,ニジューヨジカン",
			"J-ALERT,ジェイアラート" })
	void termsOfAWarningAreReadAsOnTheRadio(String written, String sound) throws Exception {
		assertThat(pronounced(written)).isEqualTo(sound);
	}

	@Test
	void theStationSaysItsOwnName() throws Exception {
		assertThat(pronounced("こちらは、ぼうさいあなみずです。")).isEqualTo("コチラワ、ボーサイアナミズデス、");
	}

	@Test
	void aDrillMarkIsHeard() throws Exception {
		assertThat(pronounced("【訓練】津波警報")).isEqualTo("クンレン、ツナミケーホー");
	}

	private String pronounced(String written) throws Exception {
		return JapaneseVoice.pronunciation(SpokenJapanese.of(written, READINGS), this.work);
	}

}
