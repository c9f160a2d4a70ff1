package jp.kodama.speech.recognition;

import java.time.Duration;
import java.util.List;

import jp.kodama.speech.CannotSpeak;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Pronunciation;
import jp.kodama.speech.Pronunciation.Pronounced;
import jp.kodama.speech.Word;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Words in kanji get readings that can be compared with what was said. */
class KanaReadingsTests {

	private final Pronunciation voice = mock(Pronunciation.class);

	@Test
	void everyWordIsReadAndWordsCutOtherwiseAreJoined() {
		given(this.voice.of("津波警報が")).willReturn(List.of(read("津波", "ツナミ"), read("警報", "ケーホー"), read("が", "ガ")));
		Heard heard = new KanaReadings(this.voice).of(heard("津波", "警", "報", "が"));
		assertThat(heard.words()).extracting(Word::text).containsExactly("津波", "警報", "が");
		assertThat(heard.words()).extracting(Word::reading).containsExactly("ツナミ", "ケーホー", "ガ");
		assertThat(heard.words().get(1).to()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void aWordThatTheVoiceCutsInTwoKeepsItsWholeReading() {
		given(this.voice.of("大津波です")).willReturn(List.of(read("大", "オー"), read("津波", "ツナミ"), read("です", "デス")));
		assertThat(new KanaReadings(this.voice).of(heard("大津波", "です")).words()).extracting(Word::reading)
			.containsExactly("オーツナミ", "デス");
	}

	@Test
	void withoutAVoiceNoWordIsLost() {
		given(this.voice.of("津波")).willThrow(new CannotSpeak("no voice"));
		assertThat(new KanaReadings(this.voice).of(heard("津波")).text()).isEqualTo("津波");
	}

	private static Pronounced read(String written, String kana) {
		return new Pronounced(written, kana, false, false);
	}

	private static Heard heard(String... texts) {
		List<Word> words = new java.util.ArrayList<>();
		for (String text : texts) {
			words
				.add(new Word(text, text, 0.9, Duration.ofSeconds(words.size()), Duration.ofSeconds(words.size() + 1)));
		}
		return new Heard(true, words);
	}

}
