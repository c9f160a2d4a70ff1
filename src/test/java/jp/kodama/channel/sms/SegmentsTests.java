package jp.kodama.channel.sms;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How many parts a text costs. */
class SegmentsTests {

	@ParameterizedTest(name = "{1} times \"{0}\" are {2}")
	@CsvSource({ "a, 160, 1", "a, 161, 2", "a, 306, 2", "a, 307, 3", "€, 80, 1", "€, 81, 2", "€, 152, 2", "€, 153, 3",
			"あ, 70, 1", "あ, 71, 2", "あ, 134, 2", "あ, 135, 3", "𠮷, 35, 1", "𠮷, 36, 2", "𠮷, 66, 2", "𠮷, 67, 3",
			"’, 71, 2" })
	void aTextTakesAsManyPartsAsThePhonesCount(String character, int times, int parts) {
		assertThat(Segments.of(character.repeat(times))).isEqualTo(parts);
	}

}
