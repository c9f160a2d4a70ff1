package jp.kodama.bench;

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

/** A sink of the harness in a process of its own, compiled when it is needed. */
public final class Harness implements AutoCloseable {

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Process process;

	private final int control;

	/**
	 * Compiles and starts a sink.
	 * @param sink its class
	 * @param control the port that answers questions
	 */
	public Harness(Path project, String sink, int control, List<String> arguments) throws IOException, InterruptedException {
		Path classes = Files.createDirectories(project.toAbsolutePath().resolve("target/harness"));
		String java = ProcessHandle.current().info().command().orElse("java");
		List<String> javac = new ArrayList<>(List.of(java.replaceFirst("java$", "javac"), "-nowarn", "-d", classes.toString()));
		List.of("HttpSink.java", "SmtpSink.java", "Rec.java").forEach((name) -> javac.add(sources(project).resolve(name).toString()));
		if (new ProcessBuilder(javac).inheritIO().start().waitFor() != 0) {
			throw new IOException("the harness does not compile: " + sources(project));
		}
		List<String> command = new ArrayList<>(List.of(java, "-cp", classes.toString(), sink));
		command.addAll(arguments);
		this.control = control;
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		while (!up()) {
			Thread.sleep(20);
		}
	}

	/** Whether the harness is beside the project. */
	public static boolean there(Path project) {
		return Files.isDirectory(sources(project));
	}

	/** A port that nobody has. */
	public static int free() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

	private static Path sources(Path project) {
		return project.toAbsolutePath().resolveSibling("shared/harness/src");
	}

	/** What it counted; see the harness' own page. */
	public JsonNode stats() throws IOException, InterruptedException {
		return JsonMapper.builder().build().readTree(call("GET", "/__stats"));
	}

	/** Counts from nothing. */
	public void reset() throws IOException, InterruptedException {
		call("POST", "/__reset");
	}

	/** How much of a processor's time it has taken. */
	public double cpuSeconds() {
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

}
