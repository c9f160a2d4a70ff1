package jp.kodama.bench.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The harness' mail sink in a process of its own: as fast as a sink can be, counts who got
 * mail and who got it twice.
 */
final class FarEnd implements AutoCloseable {

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Process process;

	private final int port;

	private final int control;

	private FarEnd(Process process, int port, int control) {
		this.process = process;
		this.port = port;
		this.control = control;
	}

	/** Where the harness is, if it is there. */
	static Path harness(Path project) {
		return project.toAbsolutePath().resolveSibling("shared/harness/src");
	}

	/**
	 * Compiles and starts it.
	 * @param refuseEvery every n-th RCPT is answered 451; 0 for none
	 */
	static FarEnd start(Path project, int refuseEvery) throws IOException, InterruptedException {
		Path classes = Files.createDirectories(project.toAbsolutePath().resolve("target/harness"));
		String java = ProcessHandle.current().info().command().orElse("java");
		try (Stream<Path> sources = Files.list(harness(project))) {
			List<String> javac = new ArrayList<>(List.of(java.replaceFirst("java$", "javac"), "-nowarn", "-d", classes.toString()));
			sources.map(Path::toString).filter((name) -> name.matches(".*/(SmtpSink|HttpSink|Rec)\\.java")).forEach(javac::add);
			if (new ProcessBuilder(javac).inheritIO().start().waitFor() != 0) {
				throw new IOException("the harness does not compile");
			}
		}
		int port = free();
		int control = free();
		Process process = new ProcessBuilder(java, "-cp", classes.toString(), "SmtpSink", Integer.toString(port),
				Integer.toString(control), Integer.toString(refuseEvery))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		FarEnd sink = new FarEnd(process, port, control);
		while (!sink.up()) {
			Thread.sleep(20);
		}
		return sink;
	}

	int port() {
		return this.port;
	}

	/** total, distinct, dup, span_s, per_s, max_sessions … */
	JsonNode stats() throws IOException, InterruptedException {
		return JsonMapper.builder().build().readTree(call("GET", "/__stats"));
	}

	/** Counts from nothing. */
	void reset() throws IOException, InterruptedException {
		call("POST", "/__reset");
	}

	double cpuSeconds() {
		return this.process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	private boolean up() {
		try {
			stats();
			return true;
		}
		catch (IOException | InterruptedException ex) {
			return false;
		}
	}

	private String call(String method, String path) throws IOException, InterruptedException {
		return this.http
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.control + path))
				.method(method, HttpRequest.BodyPublishers.noBody())
				.build(), BodyHandlers.ofString())
			.body();
	}

	static int free() throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			return free.getLocalPort();
		}
	}

}
