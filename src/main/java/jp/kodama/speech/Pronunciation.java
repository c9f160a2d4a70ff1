package jp.kodama.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** How the Japanese voice reads a sentence, word by word, by its own account. */
@Component
public class Pronunciation {

	private static final int SURFACE = 0;

	private static final int PART = 1;

	private static final int DETAIL = 2;

	private static final int FURTHER = 3;

	private static final int SOUND = 9;

	private final SpeechProperties.OpenJTalk settings;

	private final Path parts;

	Pronunciation(SpeechProperties settings, @Value("${kodama.parts}") Path parts) {
		this.settings = settings.openJtalk();
		this.parts = parts;
	}

	/**
	 * The words of a sentence.
	 * @param sentence as a voice is given it
	 * @throws CannotSpeak if there is no Japanese voice here, or it fails
	 */
	public List<Pronounced> of(String sentence) {
		OpenJTalkParts found = OpenJTalkParts.find(this.settings, this.parts);
		if (!found.missing().isEmpty()) {
			throw new CannotSpeak("日本語音声がありません / no Japanese voice: " + String.join(", ", found.missing()));
		}
		Path work = null;
		try {
			work = Files.createTempDirectory("kodama-reading");
			return read(found, sentence, work);
		}
		catch (IOException ex) {
			throw new CannotSpeak("Open JTalk: " + ex.getMessage(), ex);
		}
		finally {
			FileSystemUtils.deleteRecursively((work != null) ? work.toFile() : null);
		}
	}

	private List<Pronounced> read(OpenJTalkParts found, String sentence, Path work) throws IOException {
		Path trace = work.resolve("trace");
		Process process = new ProcessBuilder(found.command().orElseThrow().toString(), "-x",
				found.dictionary().orElseThrow().toString(), "-m", found.voice().orElseThrow().toString(), "-ot",
				trace.toString(), Files.writeString(work.resolve("text"), sentence + "\n").toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (!process.waitFor(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
					|| process.exitValue() != 0) {
				throw new CannotSpeak("Open JTalk が読めません / cannot read: " + sentence);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CannotSpeak("中断されました / interrupted", ex);
		}
		finally {
			process.destroyForcibly();
		}
		return Files.readAllLines(trace)
			.stream()
			.skip(1)
			.takeWhile((line) -> !line.isEmpty())
			.map((line) -> line.split(",", -1))
			.filter((columns) -> columns.length > SOUND)
			.map(Pronunciation::word)
			.toList();
	}

	private static Pronounced word(String[] columns) {
		boolean noun = columns[PART].equals("名詞");
		return new Pronounced(SpokenJapanese.folded(columns[SURFACE]), columns[SOUND].replace("’", ""),
				noun && columns[DETAIL].equals("固有名詞") && columns[FURTHER].equals("地域"),
				noun && columns[DETAIL].equals("数"));
	}

	/**
	 * A word as the voice reads it.
	 *
	 * @param written in NFKC
	 * @param kana katakana as it is said (は as ワ); a pause as {@code 、}
	 * @param place whether it takes it for the name of a place
	 * @param number whether it takes it for a figure
	 */
	public record Pronounced(String written, String kana, boolean place, boolean number) {
	}

}
