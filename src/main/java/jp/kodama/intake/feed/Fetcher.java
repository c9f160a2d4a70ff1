package jp.kodama.intake.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/**
 * Fetches over HTTP. An answer that is too large, too slow or not whole is none; no
 * redirect is followed.
 */
@Component
class Fetcher {

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	/**
	 * Asks.
	 * @param headers name, value, name, value …
	 * @return the answer, whatever its status; fails with an {@link IOException} or a
	 * timeout
	 */
	CompletableFuture<HttpResponse<byte[]>> get(String address, FeedSettings feed, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
			.timeout(feed.within())
			.header("User-Agent", "Kodama")
			.header("Accept", "application/atom+xml, application/cap+xml, application/xml, text/xml");
		if (headers.length > 0) {
			request.headers(headers);
		}
		CompletableFuture<HttpResponse<byte[]>> sent = this.client.sendAsync(request.build(),
				(info) -> new Limited(feed.most()));
		CompletableFuture<HttpResponse<byte[]>> timed = sent.copy()
			.orTimeout(feed.within().toMillis(), TimeUnit.MILLISECONDS);
		timed.whenComplete((answer, failure) -> {
			if (failure != null) {
				// Also ends a body that trickles on.
				sent.cancel(true);
			}
		});
		return timed;
	}

	/** Collects a body up to a limit. */
	private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {

		private final int most;

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private final CompletableFuture<byte[]> body = new CompletableFuture<>();

		private Flow.@org.jspecify.annotations.Nullable Subscription subscription;

		Limited(int most) {
			this.most = most;
		}

		@Override
		public CompletionStage<byte[]> getBody() {
			return this.body;
		}

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			this.subscription = subscription;
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(List<ByteBuffer> buffers) {
			for (ByteBuffer buffer : buffers) {
				byte[] part = new byte[buffer.remaining()];
				buffer.get(part);
				this.bytes.write(part, 0, part.length);
			}
			if (this.bytes.size() > this.most && this.subscription != null) {
				this.subscription.cancel();
				this.body.completeExceptionally(new IOException("larger than " + this.most + " bytes"));
			}
		}

		@Override
		public void onError(Throwable failure) {
			this.body.completeExceptionally(failure);
		}

		@Override
		public void onComplete() {
			this.body.complete(this.bytes.toByteArray());
		}

	}

}
