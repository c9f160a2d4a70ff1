package jp.kodama.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The Japanese voice speaks, or says why it does not; it is never silent. */
class OpenJTalkTests {

	private final Path folder;

	OpenJTalkTests(@TempDir Path folder) {
		this.folder = folder;
	}

	@Test
	void itSpeaksJapaneseAtItsOwnRate() {
		Sound sound = JapaneseVoice.here().speak("津波警報が発表されました。", "ja");
		assertThat(sound.rate()).isEqualTo(48000);
		assertThat(sound.seconds()).isBetween(1.5, 5.0);
		assertThat(sound.loudness()).isBetween(-30.0, -5.0);
	}

	@Test
	void theLongestSentenceIsSaidToItsEnd() {
		String sentence = "高台へ逃げてください、".repeat(Sentences.LONGEST / 11);
		assertThat(JapaneseVoice.here().speak(sentence, "ja").seconds()).isGreaterThan(27 * 1.2);
	}

	@Test
	void englishIsRefused() {
		assertThatExceptionOfType(CannotSpeak.class).isThrownBy(() -> voice("/bin/true").speak("Run.", "en"))
			.withMessageContaining("en");
	}

	@ParameterizedTest
	@ValueSource(strings = { "대피하세요", "Эвакуация", "อพยพ", "住民は대피" })
	void foreignScriptsAreRefusedInsteadOfPassedOver(String text) {
		assertThatExceptionOfType(CannotSpeak.Unreadable.class).isThrownBy(() -> voice("/bin/true").speak(text, "ja"));
	}

	@Test
	void aKanjiThatNoDictionaryKnowsIsRefused() {
		OpenJTalk voice = JapaneseVoice.here();
		assertThatExceptionOfType(CannotSpeak.Unreadable.class).isThrownBy(() -> voice.speak("𠀋", "ja"));
	}

	@Test
	void aMissingVoiceNamesWhatToType() {
		OpenJTalk voice = voice(this.folder.resolve("none").toString());
		assertThat(voice.unavailable()).startsWith("日本語音声がありません / no Japanese voice")
			.contains("open_jtalk")
			.contains("setup/voices.sh " + this.folder);
		assertThatExceptionOfType(CannotSpeak.class).isThrownBy(() -> voice.speak("津波", "ja"))
			.withMessage(voice.unavailable());
	}

	@Test
	void anEngineThatHangsIsGivenUp() throws IOException {
		assertThatExceptionOfType(CannotSpeak.class).isThrownBy(() -> voice(script("sleep 600")).speak("津波", "ja"))
			.withMessageContaining("gave no answer in time");
	}

	@Test
	void anEngineThatFailsIsQuoted() throws IOException {
		assertThatExceptionOfType(CannotSpeak.class)
			.isThrownBy(() -> voice(script("echo dictionary is broken >&2; exit 7")).speak("津波", "ja"))
			.withMessageContaining("exit 7")
			.withMessageContaining("dictionary is broken");
	}

	@Test
	void anEngineThatPutsOutSilenceHasNotSpoken() throws IOException {
		Path silence = Files.write(this.folder.resolve("silence.wav"),
				Sound.silence(48000, Duration.ofSeconds(2)).wav());
		assertThatExceptionOfType(CannotSpeak.class)
			.isThrownBy(() -> voice(script("cp " + silence + " \"$8\"")).speak("津波", "ja"))
			.withMessageContaining("became no speech");
	}

	private OpenJTalk voice(String command) {
		String here = this.folder.toString();
		return new OpenJTalk(new SpeechProperties.OpenJTalk(command, here, here, 1, Duration.ofMillis(500)),
				this.folder);
	}

	private String script(String body) throws IOException {
		Path script = Files.writeString(this.folder.resolve("engine"), "#!/bin/sh\n" + body + "\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
		return script.toString();
	}

}
