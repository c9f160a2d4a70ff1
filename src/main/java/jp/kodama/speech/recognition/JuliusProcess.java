package jp.kodama.speech.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One running Julius, with its models loaded: it is told the name of a file, and answers
 * with all it has to say of it up to its next prompt. For one thread at a time.
 */
final class JuliusProcess implements AutoCloseable {

	private static final byte[] PROMPT = "enter filename->".getBytes(StandardCharsets.US_ASCII);

	private final Child child;

	JuliusProcess(List<String> command, Duration patience) throws IOException {
		this.child = new Child(new ProcessBuilder(command).redirectErrorStream(true), "julius");
		this.child.ask(this::answer, patience);
	}

	/**
	 * What it says of a sound.
	 * @param wave 16 kHz, mono, 16 bit
	 * @throws IOException if it has died, or does not answer in time; it is then dead
	 */
	String decode(Path wave, Duration patience) throws IOException {
		return this.child.ask(() -> {
			this.child.in().write((wave + "\n").getBytes(StandardCharsets.UTF_8));
			this.child.in().flush();
			return answer();
		}, patience);
	}

	boolean alive() {
		return this.child.alive();
	}

	private String answer() throws IOException {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		int matched = 0;
		while (matched < PROMPT.length) {
			int one = this.child.out().read();
			if (one < 0) {
				throw new IOException("it ended: " + tail(said));
			}
			said.write(one);
			matched = (one == PROMPT[matched]) ? matched + 1 : (one == PROMPT[0]) ? 1 : 0;
		}
		return said.toString(Vocabulary.EUC);
	}

	private static String tail(ByteArrayOutputStream said) {
		String text = said.toString(Vocabulary.EUC).strip();
		return text.substring(Math.max(0, text.length() - 200));
	}

	@Override
	public void close() {
		this.child.close();
	}

}
