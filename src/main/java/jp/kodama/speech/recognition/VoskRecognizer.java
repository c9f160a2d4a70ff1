package jp.kodama.speech.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.sun.jna.NativeLibrary;
import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Listening;
import jp.kodama.speech.SpeechRecognizer;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * Hears by Vosk, within the process: every language that a model folder is there for. A
 * model is loaded at first use and kept, some 200 MB outside the heap.
 */
final class VoskRecognizer implements SpeechRecognizer {

	/** What the models were trained on. */
	static final int RATE = 16_000;

	private final Map<String, String> configured;

	private final Path parts;

	private final KanaReadings readings;

	private final Map<Path, Model> models = new ConcurrentHashMap<>();

	/**
	 * By its model folders.
	 * @param configured language to folder; empty: {@code recognizers/vosk-<language>}
	 * under the parts
	 * @param readings of Japanese words, which its models write in kanji
	 */
	VoskRecognizer(Map<String, String> configured, Path parts, KanaReadings readings) {
		this.configured = Map.copyOf(configured);
		this.parts = parts;
		this.readings = readings;
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
			return new VoskListening(new Recognizer(model(language), RATE),
					primary(language).equals("ja") ? this.readings::of : UnaryOperator.identity(), told);
		}
		catch (IOException ex) {
			throw new CannotHear("Vosk: " + ex.getMessage(), ex);
		}
	}

	/** The library has the function, its Java class has not. */
	@Override
	public boolean knows(String language, String word) {
		return NativeLibrary.getInstance("vosk")
			.getFunction("vosk_model_find_word")
			.invokeInt(new Object[] { model(language).getPointer(), word.toLowerCase(Locale.ROOT) }) >= 0;
	}

	private Model model(String language) {
		Path folder = folder(language).orElseThrow(() -> new CannotHear(unavailable(language)));
		return this.models.computeIfAbsent(folder, VoskRecognizer::load);
	}

	private static Model load(Path folder) {
		LibVosk.setLogLevel(LogLevel.WARNINGS);
		try {
			return new Model(folder.toString());
		}
		catch (IOException ex) {
			throw new CannotHear("Vosk のモデルを読めません / the model cannot be read: " + folder, ex);
		}
	}

	private Path wanted(String language) {
		String configured = this.configured.getOrDefault(primary(language), "");
		return configured.isEmpty() ? this.parts.resolve("recognizers/vosk-" + primary(language)) : Path.of(configured);
	}

	/** A folder without these would end the process instead of failing. */
	private Optional<Path> folder(String language) {
		return Optional.of(wanted(language))
			.filter((folder) -> Files.isReadable(folder.resolve("am/final.mdl"))
					&& Files.isReadable(folder.resolve("conf/mfcc.conf")));
	}

	private static String primary(String language) {
		return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
	}

}
