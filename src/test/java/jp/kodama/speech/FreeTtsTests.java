package jp.kodama.speech;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The English voice speaks English and refuses the rest. */
class FreeTtsTests {

	private final FreeTts voice = new FreeTts(130);

	@Test
	void itSpeaksEnglish() {
		Sound sound = this.voice.speak("Leave the shore and rivers now.", "en-US");
		assertThat(sound.rate()).isEqualTo(16000);
		assertThat(sound.seconds()).isBetween(1.5, 5.0);
		assertThat(sound.loudness()).isBetween(-30.0, -5.0);
	}

	@Test
	void accentsAreLeftOut() {
		assertThat(this.voice.speak("Ōtsu – go to high ground.", "en").samples())
			.isEqualTo(this.voice.speak("Otsu   go to high ground.", "en").samples());
	}

	@Test
	void slowerMeansLonger() {
		assertThat(new FreeTts(90).speak("Leave the shore.", "en").seconds())
			.isGreaterThan(this.voice.speak("Leave the shore.", "en").seconds());
	}

	@ParameterizedTest
	@ValueSource(strings = { "避難", "Go to 住吉.", "すぐ", "종", "ﾂﾅﾐ" })
	void otherScriptsAreRefusedInsteadOfPassedOver(String text) {
		assertThatExceptionOfType(CannotSpeak.Unreadable.class).isThrownBy(() -> this.voice.speak(text, "en"))
			.withMessageContaining("cannot read");
	}

	@Test
	void japaneseIsRefused() {
		assertThatExceptionOfType(CannotSpeak.class).isThrownBy(() -> this.voice.speak("Tsunami", "ja"))
			.withMessageContaining("ja");
	}

}
