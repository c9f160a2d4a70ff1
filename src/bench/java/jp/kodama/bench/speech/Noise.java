package jp.kodama.bench.speech;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import jp.kodama.bench.Figures;
import jp.kodama.speech.Sound;

/** The golden alerts again, in noise and with an echo. */
final class Noise {

	private final Parts parts;

	Noise(Parts parts) {
		this.parts = parts;
	}

	void run(Figures figures) throws IOException {
		Map<String, UnaryOperator<Sound>> conditions = new LinkedHashMap<>();
		conditions.put("pink noise 20 dB", (sound) -> Disturbed.noise(sound, 20));
		conditions.put("pink noise 10 dB", (sound) -> Disturbed.noise(sound, 10));
		conditions.put("pink noise 5 dB", (sound) -> Disturbed.noise(sound, 5));
		conditions.put("echo 300 ms −10 dB", (sound) -> Disturbed.echo(sound, 300, -10));
		for (Map.Entry<String, UnaryOperator<Sound>> condition : conditions.entrySet()) {
			Map<String, Score> scores = new LinkedHashMap<>();
			for (Corpus.Text text : Corpus.of(this.parts.root())) {
				if (text.golden()) {
					Sound sound = condition.getValue().apply(this.parts.speak(text));
					scores.computeIfAbsent(text.language(), (language) -> new Score())
						.add(this.parts.compare(text, this.parts.recognizers().understand(sound, text.language())));
				}
			}
			scores.forEach((language, score) -> score.report(figures, language + " " + condition.getKey()));
		}
	}

}
