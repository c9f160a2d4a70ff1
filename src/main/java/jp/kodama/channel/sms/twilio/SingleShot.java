package jp.kodama.channel.sms.twilio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Twilio's HTTP client without its habit of posting again by itself: a text message
 * posted twice is two messages. Leads to the address the channel is configured with, over
 * connections that are kept.
 */
final class SingleShot extends HttpClient {

	private final Connections connections;

	private final String prefix;

	private final String host;

	SingleShot(URI base, Duration timeout) {
		this.connections = new Connections(base, timeout);
		this.prefix = base.getPath().replaceAll("/+$", "");
		this.host = base.getRawAuthority();
	}

	@Override
	public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
		return makeRequest(request);
	}

	/**
	 * Sends it once.
	 * @throws Busy if the provider asks to come back later
	 * @throws UncheckedIOException if no answer came
	 */
	@Override
	public Response makeRequest(Request request) {
		try {
			Response response = this.connections.exchange(message(request));
			if (response.getStatusCode() == 429 || response.getStatusCode() >= 500) {
				throw new Busy(response.getStatusCode(), after(response));
			}
			return response;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ClassicHttpRequest message(Request request) {
		ClassicHttpRequest message = new BasicClassicHttpRequest(request.getMethod().toString(),
				this.prefix + target(request));
		message.setHeader("Host", this.host);
		message.setHeader("Accept", "application/json");
		message.setHeader("Authorization", "Basic " + Base64.getEncoder()
			.encodeToString((request.getUsername() + ":" + request.getPassword()).getBytes(StandardCharsets.UTF_8)));
		request.getHeaderParams().forEach((name, values) -> values.forEach((value) -> message.addHeader(name, value)));
		if (request.getMethod() == com.twilio.http.HttpMethod.POST) {
			byte[] form = request.encodeFormBody().getBytes(StandardCharsets.UTF_8);
			message.setHeader("Content-Length", form.length);
			message.setHeader("Content-Type", ContentType.APPLICATION_FORM_URLENCODED.getMimeType());
			message.setEntity(new ByteArrayEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
		}
		return message;
	}

	/** What stands behind the server's name, which is ours to choose. */
	private static String target(Request request) {
		String path = request.getUrl().replaceFirst("^https?://[^/]*", "");
		String query = request.encodeQueryParams();
		return query.isEmpty() ? path : path + "?" + query;
	}

	/** RFC 9110 §10.2.3, in seconds; zero if not given so. */
	private static Duration after(Response response) {
		for (Header header : response.getHeaders()) {
			if (header.getName().equalsIgnoreCase("Retry-After") && header.getValue().matches("\\d{1,6}")) {
				return Duration.ofSeconds(Long.parseLong(header.getValue()));
			}
		}
		return Duration.ZERO;
	}

	/** Closes what nobody uses now. */
	void close() {
		this.connections.close();
	}

}
