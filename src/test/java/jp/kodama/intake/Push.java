package jp.kodama.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;

/**
 * A program that pushes to a source with the token that the engine left for it.
 *
 * @param kodama the engine
 * @param source to which of its sources
 */
record Push(Engine kodama, String source) {

	String token() throws IOException {
		return "Bearer " + Files.readString(this.kodama.home().resolve("intake-" + this.source + ".token")).strip();
	}

	HttpResponse<String> send(byte[] body) throws IOException, InterruptedException {
		return send(body, token());
	}

	HttpResponse<String> send(byte[] body, String authorization) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.kodama.port() + "/hooks/intake/" + this.source))
			.header("Authorization", authorization)
			.header("Content-Type", "application/xml")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

}
