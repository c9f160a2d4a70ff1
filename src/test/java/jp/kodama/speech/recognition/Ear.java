package jp.kodama.speech.recognition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Terms;
import jp.kodama.speech.Word;

/** Japanese ears for tests: Julius with the words that every town starts with. */
public final class Ear implements AutoCloseable {

	private final JuliusRecognizer julius = new JuliusRecognizer(new RecognitionProperties.Julius("", 0.85),
			Path.of(Optional.ofNullable(System.getenv("KODAMA_PARTS")).orElse(".parts")),
			() -> Vocabulary.of(Terms.load(Path.of("config/speech/vocabulary.csv"))));

	/** Why there are none on this machine; empty if there are. */
	public String unavailable() {
		return this.julius.unavailable("ja");
	}

	/** How what was said sounds, word by word, in katakana. */
	public List<String> readings(Sound recording) {
		List<Heard> heard = new ArrayList<>();
		try (Listening listening = this.julius.listen("ja", heard::add)) {
			listening.hear(recording);
		}
		return heard.stream()
			.filter(Heard::complete)
			.flatMap((one) -> one.words().stream())
			.map(Word::reading)
			.toList();
	}

	@Override
	public void close() {
		this.julius.close();
	}

}
