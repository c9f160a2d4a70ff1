package jp.kodama.speech.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.SpeechRecognizer;

/**
 * Hears by Vosk, in processes of its own: every language that a model folder is there
 * for. A model is loaded at first use and kept, until this is closed.
 */
final class VoskRecognizer implements SpeechRecognizer, AutoCloseable {

	/** What the models were trained on. */
	static final int RATE = 16_000;

	private final Map<String, String> configured;

	private final Path parts;

	private final KanaReadings readings;

	private final UnaryOperator<Heard> names;

	private final VoskPool pool = new VoskPool();

	/**
	 * By its model folders.
	 * @param configured language to folder; empty: {@code recognizers/vosk-<language>}
	 * under the parts
	 * @param readings of Japanese words, which its models write in kanji
	 * @param names finds a town's own in English words
	 */
	VoskRecognizer(Map<String, String> configured, Path parts, KanaReadings readings, UnaryOperator<Heard> names) {
		this.configured = Map.copyOf(configured);
		this.parts = parts;
		this.readings = readings;
		this.names = names;
	}

	@Override
	public boolean understands(String language) {
		return this.configured.containsKey(primary(language));
	}

	@Override
	public String unavailable(String language) {
		if (!understands(language)) {
			return "Vosk にこの言語の設定はありません / no Vosk model is configured for " + language;
		}
		return folder(language).isPresent() ? ""
				: "Vosk の音響モデルがありません / no Vosk model: " + wanted(language) + " → " + RecognizerParts.mend(this.parts);
	}

	@Override
	public Listening listen(String language, Consumer<Heard> told) {
		try {
			return new VoskListening(this.pool, model(language), afterwards(primary(language)), told);
		}
		catch (IOException ex) {
			throw failed(ex);
		}
	}

	private UnaryOperator<Heard> afterwards(String language) {
		return switch (language) {
			case "ja" -> this.readings::of;
			case "en" -> this.names;
			default -> UnaryOperator.identity();
		};
	}

	@Override
	public boolean knows(String language, String word) {
		try {
			VoskProcess process = this.pool.take(model(language));
			try {
				return process.knows(word);
			}
			finally {
				this.pool.giveBack(process);
			}
		}
		catch (IOException ex) {
			throw failed(ex);
		}
	}

	static CannotHear failed(IOException ex) {
		return new CannotHear("Vosk が失敗しました / failed: " + ex.getMessage(), ex);
	}

	@Override
	public void close() {
		this.pool.close();
	}

	private Path model(String language) {
		return folder(language).orElseThrow(() -> new CannotHear(unavailable(language)));
	}

	private Path wanted(String language) {
		String configured = this.configured.getOrDefault(primary(language), "");
		return configured.isEmpty() ? this.parts.resolve("recognizers/vosk-" + primary(language)) : Path.of(configured);
	}

	/** A folder without these would end its process without a word why. */
	private Optional<Path> folder(String language) {
		return Optional.of(wanted(language))
			.filter((folder) -> Files.isReadable(folder.resolve("am/final.mdl"))
					&& Files.isReadable(folder.resolve("conf/mfcc.conf")));
	}

	private static String primary(String language) {
		return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
	}

}
