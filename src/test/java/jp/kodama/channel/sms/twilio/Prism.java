package jp.kodama.channel.sms.twilio;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Prism, between us and a recorder: it holds every request and every answer against
 * Twilio's own OpenAPI, and refuses what does not fit. Needs npm's prism-cli and the
 * specification.
 */
final class Prism implements AutoCloseable {

	static final Path PROGRAM = Path
		.of(System.getenv().getOrDefault("KODAMA_PARTS", ".parts"),
				"peers/node_modules/@stoplight/prism-cli/dist/index.js")
		.toAbsolutePath();

	static final Path SPECIFICATION = Path.of("../shared/specs/twilio/twilio_api_v2010.json").toAbsolutePath();

	private final List<String> said = new CopyOnWriteArrayList<>();

	private final Process process;

	private final int port;

	Prism(String upstream) throws IOException, InterruptedException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = free.getLocalPort();
		}
		this.process = new ProcessBuilder("node", PROGRAM.toString(), "proxy", SPECIFICATION.toString(), upstream,
				"--errors", "--host", "127.0.0.1", "--port", Integer.toString(this.port))
			.redirectErrorStream(true)
			.start();
		Thread reader = new Thread(this::read, "prism");
		reader.setDaemon(true);
		reader.start();
		while (this.said.stream().noneMatch((line) -> line.contains("listening"))) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("prism did not start: " + this.said);
			}
			Thread.sleep(50);
		}
	}

	static boolean installed() {
		return Files.isRegularFile(PROGRAM) && Files.isReadable(SPECIFICATION);
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/** Whatever it found that does not fit, from the beginning. */
	List<String> violations() {
		return this.said.stream().filter((line) -> line.toLowerCase(Locale.ROOT).contains("violation")).toList();
	}

	private void read() {
		try (BufferedReader lines = this.process.inputReader()) {
			lines.lines().forEach(this.said::add);
		}
		catch (IOException | RuntimeException ex) {
			// It was ended.
			this.said.add("ended");
		}
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
	}

}
