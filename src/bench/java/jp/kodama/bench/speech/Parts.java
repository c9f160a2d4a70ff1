package jp.kodama.bench.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.kodama.audience.Municipality;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Recognizers;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Voices;
import jp.kodama.speech.alignment.Comparison;
import jp.kodama.speech.alignment.Said;
import jp.kodama.speech.alignment.SaidWords;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Voices and recognisers of this machine, with the words of 穴水町, and no server. */
final class Parts implements AutoCloseable {

	static final int RATE = 16_000;

	/** As the radio leaves it between sentences. */
	private static final Sound PAUSE = Sound.silence(RATE, Duration.ofMillis(700));

	private final Path root = Path.of(System.getenv().getOrDefault("KODAMA_ROOT", ".")).toAbsolutePath();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	Parts() {
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("bench", Map.of("kodama.root", this.root.toString(), "kodama.parts", installed().toString())));
		this.context.registerBean(Municipality.class,
				() -> new Municipality("17461", "穴水町", "あなみずまち", "Anamizu Town", Map.of(), districts()));
		this.context.scan("jp.kodama.speech");
		this.context.refresh();
	}

	private static List<Municipality.District> districts() {
		return List.of(new Municipality.District("穴水", "あなみず", "Anamizu"),
				new Municipality.District("住吉", "すみよし", "Sumiyoshi"), new Municipality.District("兜", "かぶと", "Kabuto"),
				new Municipality.District("諸橋", "もろはし", "Morohashi"));
	}

	Path root() {
		return this.root;
	}

	/** Where voices and recognisers are installed. */
	Path installed() {
		return Path.of(System.getenv().getOrDefault("KODAMA_PARTS", this.root.resolve(".parts").toString()));
	}

	Voices voices() {
		return this.context.getBean(Voices.class);
	}

	Recognizers recognizers() {
		return this.context.getBean(Recognizers.class);
	}

	/** A text as it is heard from the radio. */
	Sound speak(Corpus.Text text) {
		List<Sound> sounds = new ArrayList<>(List.of(PAUSE));
		for (String sentence : text.sentences()) {
			voices().phrases(sentence, text.language(), RATE, 30).forEach((phrase) -> {
				sounds.add(phrase.sound().levelled(-20));
				sounds.add(PAUSE);
			});
		}
		return Sound.join(sounds);
	}

	/** The first golden alert in English, as it is heard. */
	Sound english() throws IOException {
		return speak(Corpus.of(this.root)
			.stream()
			.filter((text) -> text.golden() && text.language().equals("en"))
			.findFirst()
			.orElseThrow());
	}

	/** What became of a text of which this sound is all that reached the ear. */
	Comparison compare(Corpus.Text text, Heard heard) {
		List<Said> said = new ArrayList<>();
		for (String sentence : text.sentences()) {
			said.addAll(this.context.getBean(SaidWords.class)
				.of(voices().spoken(sentence, text.language()).replace("\n", " "), text.language()));
		}
		return Comparison.whole(said, heard, text.language());
	}

	@Override
	public void close() {
		this.context.close();
	}

}
