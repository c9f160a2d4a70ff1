package jp.kodama.speech.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import jp.kodama.speech.CannotHear;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Word;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * Julius, kept running: one process for all that listen, taken in turns. If it dies or
 * hangs another is started and asked again, once; a change of the words starts another as
 * well.
 */
final class Julius implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Julius.class);

	/** Models are loaded in two seconds on an idle machine. */
	private static final Duration START = Duration.ofSeconds(60);

	/** Beside twenty times the length of the sound. */
	private static final Duration LEAST_PATIENCE = Duration.ofSeconds(20);

	private final JuliusParts parts;

	private final double warp;

	private final Supplier<Vocabulary> vocabulary;

	private @Nullable JuliusProcess process;

	private @Nullable Vocabulary loaded;

	private @Nullable Path work;

	Julius(JuliusParts parts, double warp, Supplier<Vocabulary> vocabulary) {
		this.parts = parts;
		this.warp = warp;
		this.vocabulary = vocabulary;
	}

	/**
	 * The words of a segment.
	 * @param segment 16 kHz, at most twenty seconds: it hears no more
	 * @throws CannotHear if it fails twice
	 */
	synchronized List<Word> decode(Sound segment) {
		Duration patience = LEAST_PATIENCE.plusSeconds((long) (20 * segment.seconds()));
		try {
			return once(segment, patience);
		}
		catch (IOException ex) {
			log.warn("Julius: {}; started again", ex.getMessage());
			stop();
		}
		try {
			return once(segment, patience);
		}
		catch (IOException ex) {
			stop();
			throw new CannotHear("Julius が失敗しました / failed: " + ex.getMessage(), ex);
		}
	}

	private List<Word> once(Sound segment, Duration patience) throws IOException {
		JuliusProcess running = running();
		Path wave = Files.createTempFile(folder(), "segment", ".wav");
		try {
			Files.write(wave, segment.wav());
			return JuliusResult.words(running.decode(wave, patience));
		}
		finally {
			Files.deleteIfExists(wave);
		}
	}

	private JuliusProcess running() throws IOException {
		Vocabulary wanted = this.vocabulary.get();
		JuliusProcess current = this.process;
		if (current != null && current.alive() && wanted.equals(this.loaded)) {
			return current;
		}
		stop();
		Path words = Files.write(folder().resolve("words.dic"), wanted.dictionary());
		JuliusProcess fresh = new JuliusProcess(this.parts.command(words, this.warp), START);
		this.process = fresh;
		this.loaded = wanted;
		return fresh;
	}

	private Path folder() throws IOException {
		Path folder = this.work;
		if (folder == null || !Files.isDirectory(folder)) {
			folder = Files.createTempDirectory("kodama-julius");
			this.work = folder;
		}
		return folder;
	}

	private void stop() {
		if (this.process != null) {
			this.process.close();
			this.process = null;
		}
	}

	@Override
	public synchronized void close() {
		stop();
		FileSystemUtils.deleteRecursively((this.work != null) ? this.work.toFile() : null);
	}

}
