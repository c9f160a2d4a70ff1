package jp.kodama.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Kodama of its own in a process of its own, with channels made for a benchmark. */
public final class Engine {

	private static final String TOKEN = "kodama_bench";

	private final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Path folder;

	private final Path project;

	private int port;

	private int recipient = 1000;

	private @Nullable Process process;

	/** A new folder; {@code channels.yaml} is the caller's to write into {@link #root()}. */
	public Engine(Path project) throws IOException {
		this.project = project.toAbsolutePath();
		this.folder = Files.createTempDirectory(Files.createDirectories(this.project.resolve("target")), "bench-");
		Files.createDirectories(root().resolve("config"));
		for (String shared : List.of("routes", "channels")) {
			copy(this.project.resolve(shared), root().resolve(shared));
		}
		try (Stream<Path> config = Files.list(this.project.resolve("config"))) {
			for (Path one : config.filter((file) -> !file.endsWith("channels.yaml")).toList()) {
				copy(one, root().resolve("config").resolve(one.getFileName()));
			}
		}
	}

	/** Its {@code kodama.root}. */
	public Path root() {
		return this.folder.resolve("root");
	}

	/** Its state folder. */
	public Path home() {
		return this.folder.resolve("home");
	}

	/** Where it answers. */
	public URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	/** Starts it and waits until it is ready; the time that took, in nanoseconds. */
	public long start() throws IOException, InterruptedException {
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		List<String> command = new ArrayList<>(server());
		command.addAll(List.of("--spring.config.additional-location=file:" + root() + "/config/",
				"--kodama.root=" + root(), "--kodama.home=" + home(), "--server.port=" + this.port));
		long begin = System.nanoTime();
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve("log").toFile()))
			.start();
		while (!ready()) {
			if (!process().isAlive()) {
				throw new IllegalStateException("the engine did not start; see " + this.folder.resolve("log"));
			}
			Thread.sleep(20);
		}
		return System.nanoTime() - begin;
	}

	/** SIGKILL. */
	public void kill() throws InterruptedException {
		process().destroyForcibly().waitFor();
	}

	/** SIGTERM. */
	public void stop() throws InterruptedException {
		process().destroy();
		process().waitFor();
	}

	/** Resident memory in MiB. */
	public double residentMegabytes() throws IOException {
		return Files.readAllLines(Path.of("/proc/" + process().pid() + "/status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

	/** How much of a processor's time it has taken since its start, in seconds. */
	public double cpuSeconds() {
		return process().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
	}

	/** Gives the benchmark the right to release, and residents that are not samples. */
	public void admit(List<String> recipients) throws SQLException {
		try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + home().resolve("kodama.db"));
				var statement = store.createStatement()) {
			statement.execute("PRAGMA busy_timeout=10000");
			String hash = HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
			statement.execute("INSERT INTO api_token (hash, name, scopes, created) VALUES ('" + hash
					+ "', 'bench', 'read,compose,release', 0) ON CONFLICT DO NOTHING");
			for (String recipient : recipients) {
				String[] parts = recipient.split(" ");
				statement.execute("INSERT INTO recipient (id, channel, address, language, district, sample) VALUES (" + this.recipient++
						+ ", '" + parts[0] + "', '" + parts[1] + "', 'ja', '', 0) ON CONFLICT DO NOTHING");
			}
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Posts JSON; throws unless the answer is 2xx. */
	public JsonNode post(String path, String body) throws IOException, InterruptedException {
		HttpRequest request = request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
		if (answer.statusCode() / 100 != 2) {
			throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
		}
		return this.json.readTree(answer.body());
	}

	/** Gets JSON. */
	public JsonNode get(String path) throws IOException, InterruptedException {
		return this.json.readTree(this.http.send(request(path).GET().build(), BodyHandlers.ofString()).body());
	}

	private Process process() {
		return Objects.requireNonNull(this.process, "start() comes first");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + TOKEN);
	}

	private boolean ready() throws InterruptedException {
		try {
			return this.http
				.send(HttpRequest.newBuilder(uri("/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build(),
						BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** As the launcher starts it, so that what is measured is what a town runs; tests have no launcher. */
	private static List<String> server() {
		String launcher = System.getProperty("kodama.bench.server");
		if (launcher != null) {
			return List.of(launcher.split("\n"));
		}
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
		if (Runtime.version().feature() >= 24) {
			command.add("--enable-native-access=ALL-UNNAMED");
		}
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), "jp.kodama.KodamaApplication"));
		return command;
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(target);
				}
				else {
					Files.createDirectories(target.getParent());
					Files.copy(file, target);
				}
			}
		}
	}

}
