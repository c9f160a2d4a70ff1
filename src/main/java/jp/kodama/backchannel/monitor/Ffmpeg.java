package jp.kodama.backchannel.monitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The one decoder: a process of {@code ffmpeg} that turns whatever it is pointed at into
 * bare samples. What it complains of is told when it ends.
 */
final class Ffmpeg implements Sounding {

	private static final int COMPLAINTS = 20;

	private final Process process;

	private final InputStream pcm;

	private final List<String> complaints = new ArrayList<>();

	private final Thread listener;

	private volatile boolean closed;

	private Ffmpeg(Process process) {
		this.process = process;
		this.pcm = process.getInputStream();
		this.listener = new Thread(this::listen, "ffmpeg-words");
		this.listener.setDaemon(true);
		this.listener.start();
	}

	/**
	 * Starts it.
	 * @param input its options up to and with {@code -i}
	 * @throws IOException if there is no ffmpeg
	 */
	static Ffmpeg open(List<String> input) throws IOException {
		return open(input, Map.of());
	}

	/** The same, with more in its environment. */
	static Ffmpeg open(List<String> input, Map<String, String> environment) throws IOException {
		List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "warning"));
		command.addAll(input);
		command.addAll(List.of("-map", "0:a:0", "-ac", "1", "-ar", Integer.toString(RATE), "-f", "s16le",
				"-flush_packets", "1", "pipe:1"));
		try {
			ProcessBuilder program = new ProcessBuilder(command);
			program.environment().putAll(environment);
			return new Ffmpeg(program.start());
		}
		catch (IOException ex) {
			throw new IOException("ffmpeg がありません / no ffmpeg: apt-get install ffmpeg", ex);
		}
	}

	@Override
	public int read(short[] block) throws IOException {
		byte[] bytes = new byte[block.length * 2];
		int many = 0;
		try {
			many = this.pcm.readNBytes(bytes, 0, bytes.length);
		}
		catch (IOException ex) {
			if (!this.closed) {
				throw ex;
			}
		}
		ByteBuffer.wrap(bytes, 0, many & ~1).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(block, 0, many / 2);
		if (many < bytes.length && !this.closed) {
			end();
		}
		return many / 2;
	}

	/** What it complained of so far; empty: nothing. */
	synchronized String complaint() {
		return this.complaints.stream()
			.filter((line) -> line.matches("(?i).*(corrupt|invalid|error|refused|no such|not found|denied|timed out|"
					+ "server returned|cannot|matches no streams|does not contain|busy|unreachable).*"))
			.map((line) -> line.replaceFirst("^\\[[^]]*] ", ""))
			.reduce((first, last) -> last)
			.orElse("");
	}

	private void end() throws IOException {
		try {
			if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
			this.listener.join(2000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (this.process.exitValue() != 0 || !complaint().isEmpty()) {
			throw new IOException(complaint().isEmpty() ? "ffmpeg: exit " + this.process.exitValue() : complaint());
		}
	}

	private void listen() {
		try (BufferedReader words = new BufferedReader(
				new InputStreamReader(this.process.getErrorStream(), StandardCharsets.UTF_8))) {
			for (String line = words.readLine(); line != null; line = words.readLine()) {
				synchronized (this) {
					this.complaints.add(line);
					if (this.complaints.size() > COMPLAINTS) {
						this.complaints.remove(0);
					}
				}
			}
		}
		catch (IOException ex) {
			// Closed by us: nobody asks any more.
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.process.destroyForcibly();
	}

}
