package jp.kodama.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server on this machine, spoken to with the token that it leaves for its operators
 * in the state folder.
 */
final class LocalServer {

	private static final JsonMapper JSON = new JsonMapper();

	private final Path home;

	private final URI address;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	LocalServer(Path home, URI address) {
		this.home = home;
		this.address = address;
	}

	/** The one that {@code KODAMA_HOME} and {@code KODAMA_PORT} mean. */
	static LocalServer here() {
		String port = Objects.requireNonNullElse(System.getenv("KODAMA_PORT"), "8080");
		String home = Objects.requireNonNullElse(System.getenv("KODAMA_HOME"), "./var");
		return new LocalServer(Path.of(home), URI.create("http://127.0.0.1:" + port));
	}

	/** Where a person finds a path of it. */
	URI at(String path) {
		return this.address.resolve(path);
	}

	/**
	 * Posts JSON.
	 * @throws Unwilling saying why, for people: no server, no token, or its refusal
	 */
	JsonNode post(String path, String json) {
		HttpRequest request = HttpRequest.newBuilder(at(path))
			.timeout(Duration.ofSeconds(60))
			.header("Authorization", "Bearer " + token())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json))
			.build();
		try {
			HttpResponse<String> reply = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			if (reply.statusCode() / 100 != 2) {
				throw new Unwilling(refusal(reply));
			}
			return JSON.readTree(reply.body());
		}
		catch (ConnectException ex) {
			throw new Unwilling("サーバーが動いていません / no Kodama answers at " + this.address + ": ./kodama run");
		}
		catch (IOException ex) {
			throw new Unwilling(this.address + ": " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unwilling("中断しました / interrupted");
		}
	}

	private String token() {
		Path file = this.home.resolve("operator.token");
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new Unwilling(file + ": 読めません。サーバーを起動した利用者だけが送れます / cannot be read;"
					+ " only the user who runs the server may send");
		}
	}

	/** RFC 9457: the title names the field. */
	private static String refusal(HttpResponse<String> reply) {
		try {
			JsonNode problem = JSON.readTree(reply.body());
			return problem.path("detail").asString("") + " / "
					+ problem.path("title").asString("HTTP " + reply.statusCode());
		}
		catch (JacksonException ex) {
			return "HTTP " + reply.statusCode();
		}
	}

	/** Why nothing was done; the message is for people. */
	static final class Unwilling extends RuntimeException {

		Unwilling(String message) {
			super(message);
		}

	}

}
