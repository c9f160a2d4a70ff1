package jp.kodama.bench.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.kodama.bench.Figures;
import jp.kodama.speech.Heard;
import jp.kodama.speech.alignment.Comparison;

/** Spoken and understood again, in quiet: every text, and what went wrong in words. */
final class RoundTrip {

	private final Parts parts;

	private final StringBuilder story = new StringBuilder();

	RoundTrip(Parts parts) {
		this.parts = parts;
	}

	void run(Figures figures) throws IOException {
		Map<String, Score> sums = new LinkedHashMap<>();
		for (Corpus.Text text : Corpus.of(this.parts.root())) {
			Heard heard = this.parts.recognizers().understand(this.parts.speak(text), text.language());
			Comparison comparison = this.parts.compare(text, heard);
			new Score().add(comparison).report(figures, row(text));
			sum(sums, text, "all").add(comparison);
			sum(sums, text, text.aside() ? "set aside" : "looked at").add(comparison);
			if (text.golden()) {
				sum(sums, text, "golden").add(comparison);
			}
			tell(text, heard, comparison);
		}
		sums.forEach((row, score) -> score.report(figures, row));
		Path file = Path.of(System.getenv().getOrDefault("KODAMA_HOME", "var"), "bench", "speech-heard.txt");
		Files.writeString(file, this.story);
	}

	private static Score sum(Map<String, Score> sums, Corpus.Text text, String which) {
		return sums.computeIfAbsent(text.language() + " — " + which, (row) -> new Score());
	}

	private static String row(Corpus.Text text) {
		return text.language() + " " + text.name() + (text.aside() ? " (aside)" : "");
	}

	/** What was set aside stays unread: its figures count, its errors are not to be learnt from. */
	private void tell(Corpus.Text text, Heard heard, Comparison comparison) {
		if (!text.aside()) {
			List<String> lost = comparison.harmful()
				.stream()
				.map((fate) -> fate.said().written() + "→" + fate.heard())
				.collect(Collectors.toList());
			this.story.append(row(text) + "\n  " + String.join(" ", text.sentences()) + "\n  " + heard.text() + "\n  "
					+ comparison.errors() + "/" + comparison.length() + " " + lost + "\n");
		}
	}

}
