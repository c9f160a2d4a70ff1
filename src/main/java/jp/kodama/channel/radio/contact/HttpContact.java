package jp.kodama.channel.radio.contact;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A network relay: a POST without a body; any 2xx means that it moved. */
final class HttpContact implements ControlContact {

	private static final Duration LIMIT = Duration.ofSeconds(3);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

	private final URI closing;

	private final URI opening;

	/** With the addresses that close and open it. */
	HttpContact(URI closing, URI opening) {
		this.closing = closing;
		this.opening = opening;
	}

	@Override
	public void set(boolean closed) throws IOException, InterruptedException {
		URI uri = closed ? this.closing : this.opening;
		HttpRequest request = HttpRequest.newBuilder(uri)
			.timeout(LIMIT)
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		int status = this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		if (status / 100 != 2) {
			throw new IOException(uri.getHost() + ": HTTP " + status);
		}
	}

}
