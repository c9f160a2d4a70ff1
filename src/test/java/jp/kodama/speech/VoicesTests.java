package jp.kodama.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Each language goes to the voice that knows it, with the town's readings. */
class VoicesTests {

	private final Parrot japanese = new Parrot("ja");

	private final Parrot english = new Parrot("en");

	private final SpeechCache cache = new SpeechCache(1000);

	private Readings readings;

	private final Voices voices;

	VoicesTests(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("readings.csv"), "甲,カブト\n");
		this.readings = Readings.load(file);
		this.voices = new Voices(List.of(this.japanese, this.english), () -> this.readings, this.cache);
	}

	@Test
	void japaneseIsSaidWithItsReadings() {
		say("甲の人。逃げて。", "ja-JP");
		assertThat(this.japanese.said).containsExactlyInAnyOrder("カブトの人。", "逃げて。");
		assertThat(this.english.said).isEmpty();
	}

	@Test
	void englishIsSaidAsItIsWritten() {
		say("Level 4. Leave now.", "en-US");
		assertThat(this.english.said).containsExactlyInAnyOrder("Level 4.", "Leave now.");
	}

	@Test
	void theSecondTimeCostsNothing() {
		List<Sound> once = say("逃げて。逃げて。", "ja");
		List<Sound> twice = say("逃げて。逃げて。", "ja");
		assertThat(this.japanese.said).containsExactly("逃げて。");
		assertThat(twice).isEqualTo(once);
	}

	@Test
	void aChangedReadingIsHeardAtOnceAndWhatItDoesNotTouchCostsNothing() {
		say("甲の人。逃げて。", "ja");
		this.readings = Readings.of(Map.of("甲", "コウ"));
		say("甲の人。逃げて。", "ja");
		assertThat(this.japanese.said).containsExactlyInAnyOrder("カブトの人。", "逃げて。", "コウの人。");
	}

	@Test
	void speechComesAtTheRateAskedFor() {
		assertThat(this.voices.speak("逃げて。", "ja", 16000)).singleElement()
			.satisfies((sound) -> assertThat(sound.rate()).isEqualTo(16000));
	}

	@Test
	void theFirstSentenceIsThereWhileTheNextIsBeingMadeAndTheLastIsNotBegun() {
		Iterator<Sound> sounds = this.voices.speak("一。二。三。", "ja", 8000).iterator();
		this.japanese.stumbles("二。");
		sounds.next();
		await().until(() -> this.japanese.said.contains("二。"));
		assertThat(this.japanese.said).doesNotContain("三。");
		this.japanese.goesOn();
		sounds.next();
		sounds.next();
		assertThat(this.japanese.said).contains("三。");
	}

	@Test
	void whatTheVoiceRefusesIsToldWhereTheStreamComesToIt() {
		Iterator<Sound> sounds = this.voices.speak("一。⚠二。", "ja", 8000).iterator();
		this.japanese.refuses("二。");
		sounds.next();
		assertThatExceptionOfType(CannotSpeak.Unreadable.class).isThrownBy(sounds::next);
	}

	@Test
	void whatWasSaidLongAgoIsForgotten() {
		for (int i = 0; i < 100; i++) {
			say("Number " + i + ".", "en");
			say("First.", "en");
		}
		assertThat(this.cache.held()).isPositive().isLessThanOrEqualTo(1000);
		assertThat(this.english.said).containsOnlyOnce("First.");
	}

	@Test
	void aLanguageWithoutAVoiceIsRefused() {
		assertThat(this.voices.unavailable("ja")).isEmpty();
		assertThat(this.voices.unavailable("ko")).contains("no voice speaks ko");
		assertThatExceptionOfType(CannotSpeak.class).isThrownBy(() -> this.voices.speak("대피", "ko", 8000))
			.withMessageContaining("ko");
	}

	private List<Sound> say(String text, String language) {
		return this.voices.speak(text, language, 8000).toList();
	}

	/** Remembers what it was asked to say. */
	private static final class Parrot implements SpeechSynthesizer {

		private final String language;

		private final List<String> said = new CopyOnWriteArrayList<>();

		private final CountDownLatch breath = new CountDownLatch(1);

		private volatile String stumbling = "";

		private volatile String refused = "";

		Parrot(String language) {
			this.language = language;
		}

		void stumbles(String sentence) {
			this.stumbling = sentence;
		}

		void goesOn() {
			this.breath.countDown();
		}

		void refuses(String sentence) {
			this.refused = sentence;
		}

		@Override
		public boolean speaks(String language) {
			return language.startsWith(this.language);
		}

		@Override
		public String unavailable() {
			return "";
		}

		@Override
		public Sound speak(String sentence, String language) {
			this.said.add(sentence);
			if (sentence.equals(this.refused)) {
				throw new CannotSpeak.Unreadable(sentence);
			}
			if (sentence.equals(this.stumbling)) {
				Awaitility.await().until(() -> this.breath.getCount() == 0);
			}
			return new Sound(8000, new short[100]);
		}

	}

}
