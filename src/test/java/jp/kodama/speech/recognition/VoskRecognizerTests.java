package jp.kodama.speech.recognition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.Pronunciation;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Spoken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.Mockito.mock;

/** English spoken by our own voice, heard by Vosk; one process for all. */
class VoskRecognizerTests {

	private static final String PARTS = Optional.ofNullable(System.getenv("KODAMA_PARTS")).orElse(".parts");

	private static final VoskRecognizer VOSK = new VoskRecognizer(Map.of("en", ""), Path.of(PARTS),
			new KanaReadings(mock(Pronunciation.class)), UnaryOperator.identity());

	@AfterAll
	static void stop() {
		VOSK.close();
		await().untilAsserted(() -> assertThat(running()).as("left behind").isEmpty());
	}

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
				new KanaReadings(mock(Pronunciation.class)), UnaryOperator.identity());
		assertThat(japanese.understands("ja-x-easy")).isTrue();
		assertThat(japanese.unavailable("ja")).contains("/nowhere/vosk-ja");
	}

	@Test
	void aPlaceThatTheModelHasNoWordForIsKnownToBeUnknown() {
		assertThat(VOSK.knows("en", "shelter")).isTrue();
		assertThat(VOSK.knows("en", "Morohashi")).isFalse();
	}

	@Test
	void whenItDiesWhileItListensTheEngineLivesAndTheNextOneHears() {
		Sound spoken = Spoken.english("Leave the shore and rivers now.");
		Listening listening = VOSK.listen("en", (heard) -> {
		});
		listening.hear(spoken);
		List<ProcessHandle> before = running();
		assertThat(before).as("in a process of its own").hasSize(1);
		before.get(0).destroyForcibly();
		before.get(0).onExit().join();
		assertThatThrownBy(() -> listening.hear(spoken)).isInstanceOf(CannotHear.class)
			.hasMessageContaining("Vosk")
			.hasCauseInstanceOf(IOException.class);
		assertThatThrownBy(listening::close).as("what was said last is lost").isInstanceOf(CannotHear.class);
		assertThat(understood(spoken)).contains("leave the shore");
		await().untilAsserted(() -> assertThat(running()).hasSize(1).doesNotContainAnyElementsOf(before));
	}

	@Test
	void twoAreHeardAtOnceAndOneProcessIsKept() {
		Sound spoken = Spoken.english("Leave the shore and rivers now.");
		List<Heard> heard = new ArrayList<>();
		try (Listening listening = VOSK.listen("en", heard::add)) {
			listening.hear(spoken);
			assertThat(understood(spoken)).contains("leave the shore");
		}
		assertThat(heard).last().extracting(Heard::text).asString().contains("leave the shore");
		await().untilAsserted(() -> assertThat(running()).hasSize(1));
		assertThat(understood(spoken)).as("by the one that was kept").contains("leave the shore");
	}

	@Test
	void aProcessEndsWithTheEngineThatStartedIt() throws IOException {
		Process worker = VoskProcess.program(Path.of(PARTS, "recognizers/vosk-en"))
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			worker.getOutputStream().write(new byte[] { VoskWorker.KNOWS, 0, 0, 0, 2, 'g', 'o' });
			worker.getOutputStream().close();
			assertThat(worker.inputReader().lines()).containsExactly(VoskWorker.READY, "true");
			assertThat(worker.onExit().join().exitValue()).as("in peace: one Vosk loaded, not two").isZero();
		}
		finally {
			worker.destroyForcibly();
		}
	}

	private static String understood(Sound sound) {
		List<Heard> heard = new ArrayList<>();
		try (Listening listening = VOSK.listen("en", heard::add)) {
			listening.hear(sound);
		}
		return heard.stream().filter(Heard::complete).map(Heard::text).collect(Collectors.joining(" "));
	}

	private static List<ProcessHandle> running() {
		return ProcessHandle.current()
			.children()
			.filter((child) -> child.info().commandLine().orElse("").contains("VoskWorker"))
			.toList();
	}

}
