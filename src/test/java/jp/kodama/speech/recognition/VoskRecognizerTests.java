package jp.kodama.speech.recognition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.Pronunciation;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.Mockito.mock;

/** English spoken by our own voice, heard by Vosk; one model for all. */
class VoskRecognizerTests {

	private static final VoskRecognizer VOSK = new VoskRecognizer(Map.of("en", ""),
			Path.of(Optional.ofNullable(System.getenv("KODAMA_PARTS")).orElse(".parts")),
			new KanaReadings(mock(Pronunciation.class)));

	@BeforeEach
	void itsModelIsHere() {
		assumeTrue(VOSK.unavailable("en").isEmpty(), VOSK.unavailable("en"));
	}

	@Test
	void wordsComeBackWhileTheyAreSpoken() {
		Sound spoken = Spoken.english("Leave the shore and rivers now.");
		List<Heard> heard = new ArrayList<>();
		try (Listening listening = VOSK.listen("en-US", heard::add)) {
			short[] samples = spoken.samples();
			for (int from = 0; from < samples.length; from += 800) {
				listening.hear(new Sound(spoken.rate(),
						Arrays.copyOfRange(samples, from, Math.min(samples.length, from + 800))));
			}
		}
		assertThat(heard).first().matches((first) -> !first.complete());
		assertThat(heard).last().matches(Heard::complete);
		assertThat(heard.get(heard.size() - 1).text()).contains("leave the shore");
		assertThat(heard.get(heard.size() - 1).words()).allSatisfy((word) -> {
			assertThat(word.confidence()).isBetween(0.0, 1.0);
			assertThat(word.to()).isGreaterThan(word.from());
		});
	}

	@Test
	void aJapaneseModelIsAskedForByItsFolder() {
		VoskRecognizer japanese = new VoskRecognizer(Map.of("ja", "/nowhere/vosk-ja"), Path.of("."),
				new KanaReadings(mock(Pronunciation.class)));
		assertThat(japanese.understands("ja-x-easy")).isTrue();
		assertThat(japanese.unavailable("ja")).contains("/nowhere/vosk-ja");
	}

	@Test
	void aPlaceThatTheModelHasNoWordForIsKnownToBeUnknown() {
		assertThat(VOSK.knows("en", "shelter")).isTrue();
		assertThat(VOSK.knows("en", "Morohashi")).isFalse();
	}

}
