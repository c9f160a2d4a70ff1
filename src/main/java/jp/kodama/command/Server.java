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

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running server, as the command line reaches it. */
final class Server {

	private static final JsonMapper JSON = new JsonMapper();

	private static final int REFUSED = 400;

	@Option(names = "--server", defaultValue = "http://127.0.0.1:${KODAMA_PORT:-8080}", paramLabel = "URL",
			description = "動作中のサーバー / the running server (default ${DEFAULT-VALUE})")
	private String url = "";

	@Option(names = "--home", defaultValue = "${KODAMA_HOME:-./var}", hidden = true)
	private Path home = Path.of("var");

	@Option(names = "--token", defaultValue = "${KODAMA_TOKEN}", hidden = true)
	private @Nullable String token;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	/**
	 * Posts.
	 * @return the answer
	 * @throws IOException saying why in words, if the server cannot be reached or refuses
	 */
	JsonNode post(String path, String type, byte[] body) throws IOException {
		return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
	}

	/** Gets. */
	JsonNode get(String path) throws IOException {
		return send(request(path).GET());
	}

	private HttpRequest.Builder request(String path) throws IOException {
		return HttpRequest.newBuilder(URI.create(this.url + path))
			.timeout(Duration.ofSeconds(30))
			.header("Accept", "application/json")
			.header("Authorization", "Bearer " + token());
	}

	private JsonNode send(HttpRequest.Builder request) throws IOException {
		try {
			HttpResponse<byte[]> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			JsonNode answer = json(response.body());
			if (response.statusCode() >= REFUSED) {
				throw new Refused("サーバーが断りました / the server refused: " + response.statusCode() + " "
						+ answer.path("title").asString("") + " " + answer.path("detail").asString(""));
			}
			return answer;
		}
		catch (ConnectException ex) {
			throw new IOException(
					"サーバーに届きません: " + this.url + "（./kodama run で起動してください） / not reachable; start it with ./kodama run",
					ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	/** The server understood, and said no. */
	static final class Refused extends IOException {

		private static final long serialVersionUID = 1L;

		Refused(String message) {
			super(message);
		}

	}

	private static JsonNode json(byte[] body) throws IOException {
		try {
			return (body.length > 0) ? JSON.readTree(body) : JSON.createObjectNode();
		}
		catch (RuntimeException ex) {
			throw new IOException("サーバーの返事を読めません / the server's answer is not JSON", ex);
		}
	}

	private String token() throws IOException {
		if (this.token != null && !this.token.isBlank()) {
			return this.token.strip();
		}
		Path file = this.home.resolve("operator.token");
		if (!Files.isReadable(file)) {
			throw new IOException(file + " がありません（./kodama run で起動すると作られます） / missing; ./kodama run makes it");
		}
		return Files.readString(file).strip();
	}

}
