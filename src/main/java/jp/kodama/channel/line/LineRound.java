package jp.kodama.channel.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import com.linecorp.bot.messaging.model.ErrorDetail;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Artifact;
import org.jspecify.annotations.Nullable;

/** One batch of multicasts, one per language. */
final class LineRound {

	private final MessagingApiClient client;

	private final String deliveryId;

	private final List<Report> reports = new ArrayList<>();

	private Outcome.@Nullable RetryLater later;

	private String rejected = "";

	LineRound(MessagingApiClient client, String deliveryId) {
		this.client = client;
		this.deliveryId = deliveryId;
	}

	Outcome send(List<Artifact> multicasts) {
		for (Artifact multicast : multicasts) {
			if (this.later == null) {
				one(multicast);
			}
		}
		if (this.later != null) {
			return new Outcome.RetryLater(this.later.cause(), this.later.after(), this.reports);
		}
		boolean nobody = !this.rejected.isEmpty()
				&& this.reports.stream().allMatch((report) -> report.evidence() == Evidence.FAILED);
		return nobody ? new Outcome.Rejected(this.rejected, this.reports) : new Outcome.HandedOver(this.reports);
	}

	private void one(Artifact multicast) {
		try {
			Result<?> result = this.client
				.multicast(Multicast.retryKey(this.deliveryId, multicast), Multicast.request(multicast))
				.join();
			report(multicast, Evidence.ACCEPTED, result.requestId(), "HTTP 200");
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof MessagingApiClientException refusal) {
				refused(multicast, refusal);
			}
			else {
				this.later = Outcome.RetryLater.because("LINE: " + ex.getCause());
			}
		}
	}

	private void refused(Artifact multicast, MessagingApiClientException refusal) {
		int code = refusal.getCode();
		String words = "LINE HTTP " + code + ": " + refusal.getError();
		for (ErrorDetail detail : refusal.getDetails()) {
			words += " · " + detail.property() + ": " + detail.message();
		}
		if (code == 409) {
			// An earlier try got through, and only its answer was lost.
			report(multicast, Evidence.ACCEPTED, refusal.getHeader("X-Line-Accepted-Request-Id"), words);
		}
		else if (code == 429 || code >= 500 || code == 401 || code == 403) {
			this.later = new Outcome.RetryLater(words, after(refusal.getHeader("Retry-After")), List.of());
		}
		else {
			this.rejected = words;
			report(multicast, Evidence.FAILED, refusal.getRequestId(), words);
		}
	}

	/** RFC 9110 §10.2.3, in seconds; zero if not given so. */
	private static Duration after(@Nullable String seconds) {
		return (seconds != null && seconds.matches("\\d{1,6}")) ? Duration.ofSeconds(Long.parseLong(seconds))
				: Duration.ZERO;
	}

	private void report(Artifact multicast, Evidence evidence, @Nullable String requestId, String detail) {
		String id = (requestId != null) ? requestId : "";
		multicast.to().forEach((recipient) -> this.reports.add(new Report(recipient, evidence, id, detail)));
	}

}
