package jp.kodama.speech.recognition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Spoken;
import jp.kodama.speech.Term;
import jp.kodama.speech.Terms;
import jp.kodama.speech.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Japanese spoken by our own voice, heard by Julius; one process for all. */
class JuliusRecognizerTests {

	private static final Path PARTS = Path.of(Optional.ofNullable(System.getenv("KODAMA_PARTS")).orElse(".parts"));

	private static final JuliusRecognizer JULIUS = new JuliusRecognizer(new RecognitionProperties.Julius("", 0.85),
			PARTS, () -> Vocabulary.of(words()));

	private static List<Term> words() {
		List<Term> words = new ArrayList<>(Terms.load(Path.of("config/speech/vocabulary.csv")));
		words.add(new Term("諸橋", "モロハシ", Term.Kind.PLACE));
		return words;
	}

	@BeforeEach
	void itIsHere() {
		assumeTrue(JULIUS.unavailable("ja").isEmpty(), JULIUS.unavailable("ja"));
	}

	@AfterAll
	static void stop() {
		JULIUS.close();
	}

	@Test
	void aPlaceOfTheTownIsHeardPhraseByPhrase() {
		Sound spoken = Sound.join(List.of(Spoken.japanese("対象は、モロハシ地区です。"), Sound.silence(48000, Duration.ofSeconds(1)),
				Spoken.japanese("警戒レベル4、避難指示を発令しました。")));
		List<Heard> heard = heard(spoken);
		assertThat(heard).as("while it is spoken").anyMatch((one) -> !one.complete());
		heard.removeIf((one) -> !one.complete());
		assertThat(heard).hasSizeGreaterThanOrEqualTo(2);
		assertThat(readings(heard)).contains("モロハシ", "ケーカイレベルヨン", "ヒナンシジ");
		List<Word> words = heard.stream().flatMap((one) -> one.words().stream()).toList();
		assertThat(words).extracting(Word::text).contains("諸橋");
		assertThat(words).isSortedAccordingTo((one, next) -> one.from().compareTo(next.from()));
		assertThat(words.get(words.size() - 1).to())
			.isLessThan(Duration.ofMillis((long) (1000 * spoken.seconds()) + 300));
	}

	@Test
	void silenceIsNoWord() {
		assertThat(heard(Sound.silence(8000, Duration.ofSeconds(3)))).isEmpty();
	}

	@Test
	void whenTheProcessIsKilledAnotherAnswers() {
		Sound spoken = Spoken.japanese("モロハシ地区。");
		heard(spoken);
		Set<Long> before = running();
		assertThat(before).isNotEmpty();
		before.forEach((one) -> ProcessHandle.of(one).ifPresent(ProcessHandle::destroyForcibly));
		assertThat(readings(heard(spoken))).contains("モロハシ");
		assertThat(running()).doesNotContainAnyElementsOf(before);
	}

	private static Set<Long> running() {
		return ProcessHandle.current()
			.children()
			.filter((one) -> one.info().command().orElse("").endsWith("/julius"))
			.map(ProcessHandle::pid)
			.collect(Collectors.toSet());
	}

	private static List<Heard> heard(Sound spoken) {
		List<Heard> heard = new ArrayList<>();
		try (Listening listening = JULIUS.listen("ja", heard::add)) {
			short[] samples = spoken.samples();
			for (int from = 0; from < samples.length; from += 4000) {
				listening.hear(new Sound(spoken.rate(),
						Arrays.copyOfRange(samples, from, Math.min(samples.length, from + 4000))));
			}
		}
		return heard;
	}

	private static List<String> readings(List<Heard> heard) {
		return heard.stream().flatMap((one) -> one.words().stream()).map(Word::reading).toList();
	}

}
