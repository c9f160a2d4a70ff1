package jp.kodama.speech.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One running Julius, with its models loaded: it is told the name of a file, and answers
 * with all it has to say of it up to its next prompt. For one thread at a time.
 */
final class JuliusProcess implements AutoCloseable {

	private static final byte[] PROMPT = "enter filename->".getBytes(StandardCharsets.US_ASCII);

	private final Process process;

	JuliusProcess(List<String> command, Duration patience) throws IOException {
		this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		answer(patience);
	}

	/**
	 * What it says of a sound.
	 * @param wave 16 kHz, mono, 16 bit
	 * @throws IOException if it has died, or does not answer in time; it is then dead
	 */
	String decode(Path wave, Duration patience) throws IOException {
		this.process.getOutputStream().write((wave + "\n").getBytes(StandardCharsets.UTF_8));
		this.process.getOutputStream().flush();
		return answer(patience);
	}

	boolean alive() {
		return this.process.isAlive();
	}

	private String answer(Duration patience) throws IOException {
		CompletableFuture<String> answer = new CompletableFuture<>();
		Thread reader = new Thread(() -> read(answer), "julius-answer");
		reader.setDaemon(true);
		reader.start();
		try {
			return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			close();
			throw new IOException("no answer within " + patience.toSeconds() + " s", ex);
		}
		catch (ExecutionException ex) {
			close();
			throw new IOException(String.valueOf(ex.getMessage()), ex);
		}
		catch (InterruptedException ex) {
			close();
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private void read(CompletableFuture<String> answer) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		int matched = 0;
		try {
			InputStream stream = this.process.getInputStream();
			while (matched < PROMPT.length) {
				int one = stream.read();
				if (one < 0) {
					throw new IOException("it ended: " + tail(said));
				}
				said.write(one);
				matched = (one == PROMPT[matched]) ? matched + 1 : (one == PROMPT[0]) ? 1 : 0;
			}
			answer.complete(said.toString(Vocabulary.EUC));
		}
		catch (IOException ex) {
			answer.completeExceptionally(ex);
		}
	}

	private static String tail(ByteArrayOutputStream said) {
		String text = said.toString(Vocabulary.EUC).strip();
		return text.substring(Math.max(0, text.length() - 200));
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
