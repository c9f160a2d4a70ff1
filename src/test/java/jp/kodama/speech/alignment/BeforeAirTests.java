package jp.kodama.speech.alignment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jp.kodama.audience.Municipality;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Voices;
import jp.kodama.speech.alignment.BeforeAir.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A broadcast is listened to before it airs, by the real voices and ears. */
class BeforeAirTests {

	private static final int RATE = 16000;

	private static final AnnotationConfigApplicationContext TOWN = new AnnotationConfigApplicationContext();

	@BeforeAll
	static void open() {
		TOWN.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("town", Map.of("kodama.root", Path.of("").toAbsolutePath().toString(),
					"kodama.parts", System.getenv().getOrDefault("KODAMA_PARTS", ".parts"))));
		TOWN.registerBean(Municipality.class, () -> new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town", Map.of(),
				List.of(new Municipality.District("諸橋", "もろはし", "Morohashi"))));
		TOWN.scan("jp.kodama.speech");
		TOWN.refresh();
	}

	@AfterAll
	static void close() {
		TOWN.close();
	}

	@BeforeEach
	void voicesAndEarsAreHere() {
		for (String language : List.of("ja", "en")) {
			String missing = TOWN.getBean(Voices.class).unavailable(language)
					+ TOWN.getBean(BeforeAir.class).unavailable(language);
			assumeTrue(missing.isEmpty(), missing);
		}
	}

	@Test
	void levelAndPlaceAreUnderstood() {
		Proof proof = listen("対象は、諸橋地区です。", "対象は、諸橋地区です。", "ja");
		assertThat(proof.comparison().fates()).filteredOn((fate) -> fate.said().weight() == Said.Weight.PLACE)
			.singleElement()
			.satisfies((place) -> assertThat(place.said().written()).isEqualTo("諸橋"));
		assertThat(proof.comparison().harmful()).isEmpty();
		assertThat(proof.unjudged()).isEmpty();
	}

	@Test
	void anotherLevelThanTheOneWrittenIsMarked() {
		Proof proof = listen("警戒レベル4、避難指示を発令しました。", "警戒レベル3、避難指示を発令しました。", "ja");
		assertThat(proof.comparison().harmful()).extracting((fate) -> fate.said().written()).contains("警戒レベル4");
	}

	@Test
	void silenceMarksEverythingThatMatters() {
		Voices voices = TOWN.getBean(Voices.class);
		Proof proof = TOWN.getBean(BeforeAir.class)
			.listen(Sound.silence(RATE, Duration.ofSeconds(2)),
					List.of(new Line("ja", voices.spoken("警戒レベル4、避難指示。", "ja"), 0, 2 * RATE)))
			.get(0);
		assertThat(proof.comparison().harmful()).extracting(Fate::kind)
			.containsExactly(Fate.Kind.MISSING, Fate.Kind.MISSING);
	}

	@Test
	void anEnglishEarIsNotBlamedForAPlaceItHasNoWordFor() {
		Proof proof = listen("The shelter is in Morohashi.", "The shelter is in Morohashi.", "en");
		assertThat(proof.unjudged()).containsExactly("Morohashi.");
		assertThat(proof.comparison().harmful()).isEmpty();
	}

	private static Proof listen(String written, String spoken, String language) {
		Voices voices = TOWN.getBean(Voices.class);
		Sound sound = Sound.join(voices.speak(spoken, language, RATE).toList());
		return TOWN.getBean(BeforeAir.class)
			.listen(sound, List.of(new Line(language, voices.spoken(written, language), 0, sound.length())))
			.get(0);
	}

}
