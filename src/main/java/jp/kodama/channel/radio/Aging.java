package jp.kodama.channel.radio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.Bindable;

/**
 * Figures that go stale, from {@code aging.yaml}: a wave's height or hour of arrival that
 * is said again after it was raised kills those who believe it.
 */
final class Aging {

	private static final Pattern SENTENCES = Pattern.compile("(?<=[。！？])|(?<=[.!?])\\s+|\\R");

	private final List<Pattern> figures;

	private Aging(List<Pattern> figures) {
		this.figures = figures;
	}

	/**
	 * Reads the table; without the file nothing ages.
	 * @throws IllegalStateException naming the file, if a pattern is broken
	 */
	static Aging load(Path file) {
		if (!Files.exists(file)) {
			return new Aging(List.of());
		}
		List<String> figures = Tables.read(file, "aging", Bindable.listOf(String.class));
		try {
			return new Aging(figures.stream().map(Pattern::compile).toList());
		}
		catch (java.util.regex.PatternSyntaxException ex) {
			throw new IllegalStateException(file + ": " + ex.getMessage(), ex);
		}
	}

	/** The text without sentences that hold such a figure. */
	String dropFrom(String text) {
		return SENTENCES.splitAsStream(text)
			.filter((sentence) -> this.figures.stream().noneMatch((one) -> one.matcher(sentence).find()))
			.map((sentence) -> sentence.endsWith(".") ? sentence + " " : sentence)
			.collect(Collectors.joining())
			.strip();
	}

}
