package jp.kodama.speech;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * Speaks Japanese by Open JTalk, one process a sentence, at the voice's own 48 kHz (its
 * option for other rates spoils the sound: resample instead).
 */
final class OpenJTalk implements SpeechSynthesizer {

	/**
	 * Faster than anybody talks: less sound than this per letter means words were lost.
	 */
	private static final double LEAST_SECONDS_PER_LETTER = 0.03;

	private static final Set<UnicodeScript> READABLE = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.LATIN, UnicodeScript.GREEK);

	private final SpeechProperties.OpenJTalk settings;

	private final Path parts;

	OpenJTalk(SpeechProperties.OpenJTalk settings, Path parts) {
		this.settings = settings;
		this.parts = parts;
	}

	@Override
	public boolean speaks(String language) {
		return language.equals("ja") || language.startsWith("ja-");
	}

	@Override
	public String unavailable() {
		List<String> missing = OpenJTalkParts.find(this.settings, this.parts).missing();
		return missing.isEmpty() ? "" : "日本語音声がありません / no Japanese voice: " + String.join(", ", missing)
				+ " → sudo setup/voices.sh " + this.parts;
	}

	@Override
	public Sound speak(String sentence, String language) {
		if (!speaks(language)) {
			throw new CannotSpeak("Open JTalk は日本語だけを話します / speaks Japanese only, not " + language);
		}
		Scripts.check("日本語", sentence, READABLE);
		OpenJTalkParts found = OpenJTalkParts.find(this.settings, this.parts);
		if (!found.missing().isEmpty()) {
			throw new CannotSpeak(unavailable());
		}
		Path work = null;
		try {
			work = Files.createTempDirectory("kodama-speech");
			Sound sound = run(found, sentence, work);
			if (sound.seconds() < sentence.length() * LEAST_SECONDS_PER_LETTER || sound.peak() == 0) {
				throw new CannotSpeak("音声になりません / became no speech: " + sentence);
			}
			return sound;
		}
		catch (IOException ex) {
			throw new CannotSpeak("Open JTalk: " + ex.getMessage(), ex);
		}
		finally {
			FileSystemUtils.deleteRecursively((work != null) ? work.toFile() : null);
		}
	}

	private Sound run(OpenJTalkParts found, String sentence, Path work) throws IOException {
		Path text = Files.writeString(work.resolve("text"), sentence + "\n");
		Path wave = work.resolve("wave");
		Path errors = work.resolve("errors");
		Process process = new ProcessBuilder(command(found, text, wave)).redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(errors.toFile())
			.start();
		try {
			if (!process.waitFor(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
				throw new CannotSpeak("Open JTalk が" + this.settings.timeout().toSeconds()
						+ "秒以内に答えません / gave no answer in time: " + sentence);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CannotSpeak("中断されました / interrupted", ex);
		}
		finally {
			process.destroyForcibly();
		}
		if (process.exitValue() != 0) {
			String said = Files.readString(errors).strip();
			if (said.contains("No phoneme")) {
				throw new CannotSpeak.Unreadable("日本語の声では読めません / the voice cannot read: " + sentence);
			}
			throw new CannotSpeak(
					"Open JTalk が失敗しました / failed (exit " + process.exitValue() + "): " + sentence + ": " + said);
		}
		return Sound.ofWav(Files.readAllBytes(wave));
	}

	/** Behind the rest of the engine: other channels must not wait for the voice. */
	private List<String> command(OpenJTalkParts found, Path text, Path wave) {
		List<String> command = new ArrayList<>();
		OpenJTalkParts.onPath("nice").ifPresent((nice) -> command.addAll(List.of(nice.toString(), "-n", "5")));
		command.addAll(List.of(found.command().orElseThrow().toString(), "-x",
				found.dictionary().orElseThrow().toString(), "-m", found.voice().orElseThrow().toString(), "-r",
				Double.toString(this.settings.speed()), "-ow", wave.toString(), text.toString()));
		return command;
	}

}
