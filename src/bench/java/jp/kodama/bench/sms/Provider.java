package jp.kodama.bench.sms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The harness' HTTP sink in a process of its own, which answers as Twilio does. */
final class Provider implements AutoCloseable {

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Process process;

	private final int port;

	/**
	 * Compiles and starts it.
	 * @param delay before each answer, in milliseconds
	 * @param cap texts a second, beyond which it answers 429; 0 for none
	 */
	Provider(Path project, int delay, int cap) throws IOException, InterruptedException {
		Path sources = project.toAbsolutePath().resolveSibling("shared/harness/src");
		Path classes = Files.createDirectories(project.toAbsolutePath().resolve("target/harness-http"));
		String java = ProcessHandle.current().info().command().orElse("java");
		List<String> javac = new ArrayList<>(
				List.of(java.replaceFirst("java$", "javac"), "-nowarn", "-d", classes.toString()));
		List.of("HttpSink.java", "Rec.java").forEach((name) -> javac.add(sources.resolve(name).toString()));
		if (new ProcessBuilder(javac).inheritIO().start().waitFor() != 0) {
			throw new IOException("the harness does not compile: " + sources);
		}
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = free.getLocalPort();
		}
		this.process = new ProcessBuilder(java, "-cp", classes.toString(), "HttpSink", Integer.toString(this.port), "201",
				Integer.toString(delay), "0", Integer.toString(cap))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		while (!up()) {
			Thread.sleep(20);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/** total, first_ns, last_ns, refused, max_conns … of what it took. */
	JsonNode stats() throws IOException, InterruptedException {
		return JsonMapper.builder().build().readTree(call("GET", "/__stats"));
	}

	/** Counts from nothing. */
	void reset() throws IOException, InterruptedException {
		call("POST", "/__reset");
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
			.send(HttpRequest.newBuilder(URI.create(url() + path))
				.method(method, HttpRequest.BodyPublishers.noBody())
				.build(), BodyHandlers.ofString())
			.body();
	}

}
