package jp.kodama.channel.sms.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;

/**
 * Twilio's HTTP client without its habit of posting again by itself: a text message
 * posted twice is two messages. Leads to the address the channel is configured with.
 */
final class SingleShot extends NetworkHttpClient {

	private final String base;

	SingleShot(URI base, Duration timeout, int connections) {
		super(client(Timeout.of(timeout), connections));
		this.base = base.toString().replaceAll("/+$", "");
	}

	@Override
	public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
		return makeRequest(request);
	}

	/**
	 * @throws Busy if the provider asks to come back later
	 */
	@Override
	public Response makeRequest(Request request) {
		Request led = new Request(request.getMethod(), this.base + request.constructURL().getFile());
		led.setAuth(request.getUsername(), request.getPassword());
		led.setContentType(request.getContentType());
		request.getPostParams().forEach((name, values) -> values.forEach((value) -> led.addPostParam(name, value)));
		request.getHeaderParams().forEach((name, values) -> values.forEach((value) -> led.addHeaderParam(name, value)));
		Response response = super.makeRequest(led);
		if (response.getStatusCode() == 429 || response.getStatusCode() >= 500) {
			throw new Busy(response.getStatusCode(), after(response));
		}
		return response;
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

	private static HttpClientBuilder client(Timeout timeout, int connections) {
		ConnectionConfig connection = ConnectionConfig.custom()
			.setConnectTimeout(timeout)
			.setSocketTimeout(timeout)
			.setValidateAfterInactivity(10, TimeUnit.SECONDS)
			.build();
		return HttpClientBuilder.create()
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDefaultConnectionConfig(connection)
				.setMaxConnPerRoute(connections)
				.setMaxConnTotal(connections)
				.build())
			.setDefaultRequestConfig(
					RequestConfig.custom().setConnectionRequestTimeout(timeout).setResponseTimeout(timeout).build());
	}

	/** The provider is busy, or broken, and may say for how long. */
	static final class Busy extends RuntimeException {

		private final int status;

		private final transient Duration after;

		Busy(int status, Duration after) {
			super("Twilio: HTTP " + status);
			this.status = status;
			this.after = after;
		}

		/** Whether we are too fast; otherwise it is broken. */
		boolean tooFast() {
			return this.status == 429;
		}

		Duration after() {
			return this.after;
		}

	}

}
