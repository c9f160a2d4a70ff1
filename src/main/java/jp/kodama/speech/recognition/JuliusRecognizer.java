package jp.kodama.speech.recognition;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.SpeechRecognizer;

/**
 * Hears Japanese by Julius, with the municipality's words beside its own 60,000. Good
 * enough for a draft and for the check of our own broadcasts, never for a release.
 */
final class JuliusRecognizer implements SpeechRecognizer, AutoCloseable {

	private final JuliusParts parts;

	private final Path installed;

	private final Julius julius;

	/**
	 * By its parts and the words to know.
	 */
	JuliusRecognizer(RecognitionProperties.Julius settings, Path installed, Supplier<Vocabulary> vocabulary) {
		this.parts = new JuliusParts(
				settings.folder().isEmpty() ? installed.resolve("recognizers/julius") : Path.of(settings.folder()));
		this.installed = installed;
		this.julius = new Julius(this.parts, settings.warp(), vocabulary);
	}

	@Override
	public boolean understands(String language) {
		return language.equals("ja") || language.startsWith("ja-");
	}

	@Override
	public String unavailable(String language) {
		if (!understands(language)) {
			return "Julius は日本語だけを聞き取ります / understands Japanese only, not " + language;
		}
		List<String> missing = this.parts.missing();
		return missing.isEmpty() ? "" : "Julius がありません / no Julius: " + String.join(", ", missing) + " → "
				+ RecognizerParts.mend(this.installed);
	}

	@Override
	public Listening listen(String language, Consumer<Heard> told) {
		if (!unavailable(language).isEmpty()) {
			throw new CannotHear(unavailable(language));
		}
		return new JuliusListening(this.julius, told);
	}

	@Override
	public void close() {
		this.julius.close();
	}

}
