package jp.kodama.channel.radio;

import java.util.List;
import java.util.Map;

import jp.kodama.audience.Municipality;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A station calls itself by the town's name as it is spoken. */
class StationNameTests {

	@ParameterizedTest
	@CsvSource({ "穴水町,あなみずまち,ぼうさいあなみず", "西ノ島町,にしのしまちょう,ぼうさいにしのしま", "羽咋市,はくいし,ぼうさいはくい", "志賀町,しかまち,ぼうさいしか",
			"白馬村,はくばむら,ぼうさいはくば", "読谷村,よみたんそん,ぼうさいよみたん", "港区,みなとく,ぼうさいみなと", "町田市,まちだし,ぼうさいまちだ",
			"石川県,いしかわけん,ぼうさいいしかわけん" })
	void theKindOfMunicipalityIsLeftOut(String name, String kana, String station) {
		assertThat(StationName.of(new Municipality("00000", name, kana, "", Map.of(), List.of()))).isEqualTo(station);
	}

}
