package jp.kodama.speech.recognition;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.sun.jna.NativeLibrary;
import org.jspecify.annotations.Nullable;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * Vosk in a process of its own: native code, which ends the process it runs in when it
 * goes wrong. Reads requests from its standard input (a letter, the length of what
 * follows in four bytes, and that), answers each with one line, and ends when there are
 * no more: with the process that started it, however that ended.
 */
final class VoskWorker {

	/** Ready to hear; nothing follows. */
	static final int OPEN = 'o';

	/** Samples follow, two bytes each, the high one first; answered by Vosk's JSON. */
	static final int SAMPLES = 's';

	/** No more sound; answered by Vosk's JSON of what was left. */
	static final int CLOSE = 'c';

	/** A word follows in UTF-8; answered by true or false. */
	static final int KNOWS = 'k';

	static final String READY = "ready";

	private final Model model;

	private @Nullable Recognizer recognizer;

	private VoskWorker(Model model) {
		this.model = model;
	}

	/** By the folder of its model. */
	public static void main(String[] arguments) throws IOException {
		PrintStream answers = System.out;
		System.setOut(System.err);
		LibVosk.setLogLevel(LogLevel.WARNINGS);
		VoskWorker worker = new VoskWorker(new Model(arguments[0]));
		say(answers, READY);
		DataInputStream requests = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
		for (int request = requests.read(); request >= 0; request = requests.read()) {
			say(answers, worker.answer(request, requests.readNBytes(requests.readInt())));
		}
	}

	private static void say(PrintStream answers, String line) throws IOException {
		answers.write((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
		answers.flush();
	}

	private String answer(int request, byte[] body) throws IOException {
		return switch (request) {
			case OPEN -> open();
			case SAMPLES -> hear(body);
			case CLOSE -> close();
			case KNOWS -> String.valueOf(knows(new String(body, StandardCharsets.UTF_8)));
			default -> throw new IOException("unknown request " + request);
		};
	}

	private String open() throws IOException {
		Recognizer left = this.recognizer;
		if (left != null) {
			left.close();
		}
		Recognizer fresh = new Recognizer(this.model, VoskRecognizer.RATE);
		fresh.setWords(true);
		this.recognizer = fresh;
		return READY;
	}

	private String hear(byte[] body) throws IOException {
		short[] samples = new short[body.length / 2];
		ByteBuffer.wrap(body).asShortBuffer().get(samples);
		Recognizer open = opened();
		return open.acceptWaveForm(samples, samples.length) ? open.getResult() : open.getPartialResult();
	}

	private String close() throws IOException {
		try (Recognizer open = opened()) {
			this.recognizer = null;
			return open.getFinalResult();
		}
	}

	private Recognizer opened() throws IOException {
		Recognizer open = this.recognizer;
		if (open == null) {
			throw new IOException("not open");
		}
		return open;
	}

	/**
	 * The library has the function, its Java class has not. Asked for without the class
	 * loader that this one used, the library would be loaded a second time.
	 */
	private boolean knows(String word) {
		return NativeLibrary.getInstance("vosk", LibVosk.class.getClassLoader())
			.getFunction("vosk_model_find_word")
			.invokeInt(new Object[] { this.model.getPointer(), word.toLowerCase(Locale.ROOT) }) >= 0;
	}

}
