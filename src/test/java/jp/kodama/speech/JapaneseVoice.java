package jp.kodama.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The Japanese voice of this machine, and how it reads a sentence. */
final class JapaneseVoice {

	static final SpeechProperties.OpenJTalk SEARCHED = new SpeechProperties.OpenJTalk("", "", "", 0.9,
			Duration.ofSeconds(20));

	static final Path PARTS = Path.of(Optional.ofNullable(System.getenv("KODAMA_PARTS")).orElse(".parts"));

	private JapaneseVoice() {
	}

	static OpenJTalk here() {
		OpenJTalk voice = new OpenJTalk(SEARCHED, PARTS);
		assumeTrue(voice.unavailable().isEmpty(), voice.unavailable());
		return voice;
	}

	/** The sounds Open JTalk makes of a sentence, in katakana, as its own trace says. */
	static String pronunciation(String sentence, Path work) throws IOException, InterruptedException {
		here();
		OpenJTalkParts parts = OpenJTalkParts.find(SEARCHED, PARTS);
		Path text = Files.writeString(work.resolve("sentence"), sentence + "\n");
		Path trace = work.resolve("trace");
		Process process = new ProcessBuilder(parts.command().orElseThrow().toString(), "-x",
				parts.dictionary().orElseThrow().toString(), "-m", parts.voice().orElseThrow().toString(), "-ot",
				trace.toString(), text.toString())
			.inheritIO()
			.start();
		if (process.waitFor() != 0) {
			throw new IOException("open_jtalk: exit " + process.exitValue());
		}
		return Files.readAllLines(trace)
			.stream()
			.skip(1)
			.takeWhile((line) -> !line.isEmpty())
			.map((line) -> line.split(",", -1)[9].replace("’", ""))
			.collect(Collectors.joining());
	}

}
