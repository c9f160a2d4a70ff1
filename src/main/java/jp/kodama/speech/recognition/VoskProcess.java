package jp.kodama.speech.recognition;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running {@link VoskWorker} with its model loaded, some 200 MB: hears one listening
 * at a time. Every question fails with an {@link IOException} once it has died or not
 * answered in time; it is then dead.
 */
final class VoskProcess implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(VoskProcess.class);

	/** A model is loaded in two seconds on an idle machine. */
	private static final Duration START = Duration.ofSeconds(60);

	/** A piece of sound is understood in a fraction of its length, which is under 1 s. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final byte[] NOTHING = {};

	private final Path model;

	private final Child child;

	private final BufferedReader answers;

	private final DataOutputStream requests;

	VoskProcess(Path model) throws IOException {
		this.model = model;
		this.child = new Child(program(model), "vosk");
		this.answers = new BufferedReader(new InputStreamReader(this.child.out(), StandardCharsets.UTF_8));
		this.requests = new DataOutputStream(new BufferedOutputStream(this.child.in()));
		Thread errors = new Thread(this::logErrors, "vosk-errors");
		errors.setDaemon(true);
		errors.start();
		this.child.ask(this::line, START);
	}

	/**
	 * By the classes of this very process, named where no list of processes shows them; a
	 * fast start is worth more than fast Java.
	 */
	static ProcessBuilder program(Path model) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash",
						"-XX:+ErrorFileToStderr", "-Dfile.encoding=UTF-8", "-Djna.encoding=UTF-8"));
		if (Runtime.version().feature() >= 24) {
			command.add("--enable-native-access=ALL-UNNAMED");
		}
		command.addAll(List.of(VoskWorker.class.getName(), model.toString()));
		ProcessBuilder program = new ProcessBuilder(command);
		program.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		return program;
	}

	void open() throws IOException {
		ask(VoskWorker.OPEN, NOTHING);
	}

	/** Vosk's JSON, complete or partial, of what it has understood so far. */
	String hear(short[] samples) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length);
		bytes.asShortBuffer().put(samples);
		return ask(VoskWorker.SAMPLES, bytes.array());
	}

	/** Vosk's JSON of what was left; another listening may be opened. */
	String last() throws IOException {
		return ask(VoskWorker.CLOSE, NOTHING);
	}

	boolean knows(String word) throws IOException {
		return Boolean.parseBoolean(ask(VoskWorker.KNOWS, word.getBytes(StandardCharsets.UTF_8)));
	}

	private String ask(int request, byte[] body) throws IOException {
		return this.child.ask(() -> {
			this.requests.writeByte(request);
			this.requests.writeInt(body.length);
			this.requests.write(body);
			this.requests.flush();
			return line();
		}, PATIENCE);
	}

	private String line() throws IOException, InterruptedException {
		String line = this.answers.readLine();
		if (line == null) {
			throw new IOException("its process ended, " + this.child.exit());
		}
		return line;
	}

	private void logErrors() {
		try (BufferedReader errors = new BufferedReader(
				new InputStreamReader(this.child.errors(), StandardCharsets.UTF_8))) {
			errors.lines().forEach((line) -> log.debug("Vosk: {}", line));
		}
		catch (IOException | UncheckedIOException ex) {
			log.debug("Vosk ended", ex);
		}
	}

	Path model() {
		return this.model;
	}

	boolean alive() {
		return this.child.alive();
	}

	@Override
	public void close() {
		this.child.close();
	}

}
