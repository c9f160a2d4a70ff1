package jp.kodama.backchannel.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;

import org.springframework.stereotype.Component;

/**
 * A stream over HTTP, as Icecast gives it. Asked for its head first: an error page that
 * says 200 is told by name, not as a broken sound.
 */
@Component
class StreamSource implements MonitorSource {

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	@Override
	public String kind() {
		return "stream";
	}

	@Override
	public String fault(Monitor monitor) {
		return monitor.address().matches("https?://[^\\s/]+/\\S*") ? ""
				: "http か https の住所でなければなりません / needs an http or https address";
	}

	@Override
	public boolean continuous() {
		return true;
	}

	@Override
	public Sounding open(Monitor monitor) throws IOException {
		askFirst(URI.create(monitor.address()));
		return Ffmpeg.open(List.of("-rw_timeout", "10000000", "-probesize", "65536", "-analyzeduration", "500000",
				"-protocol_whitelist", "http,https,tcp,tls,crypto", "-i", monitor.address()));
	}

	private void askFirst(URI address) throws IOException {
		HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
		try {
			HttpResponse<InputStream> answer = this.http.send(request, BodyHandlers.ofInputStream());
			answer.body().close();
			String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
			if (answer.statusCode() != 200) {
				throw new IOException("配信がありません / no stream there: HTTP " + answer.statusCode());
			}
			if (type.startsWith("text/") || type.contains("html") || type.contains("json") || type.contains("xml")) {
				throw new IOException("音声ではなくページです / a page, not sound: " + type);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
		catch (java.net.ConnectException | java.net.http.HttpTimeoutException ex) {
			throw new IOException("接続できません / cannot connect: " + address.getAuthority(), ex);
		}
	}

}
