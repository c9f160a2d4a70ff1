package jp.kodama.channel.sms;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import jp.kodama.audience.Recipient;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Artifact;
import org.jspecify.annotations.Nullable;

/** One batch of texts, a few of them on their way at once. */
final class SmsRound {

	private final TwilioAccount account;

	private final ConcurrentLinkedQueue<Report> reports = new ConcurrentLinkedQueue<>();

	/** Why the rest must wait; from then on no more are posted. */
	private volatile Outcome.@Nullable RetryLater stop;

	SmsRound(TwilioAccount account) {
		this.account = account;
	}

	Outcome send(List<Artifact> texts) {
		ExecutorService workers = Executors.newFixedThreadPool(this.account.parallel());
		for (Artifact text : texts) {
			String words = text.text();
			text.to().forEach((recipient) -> workers.execute(() -> one(recipient, words)));
		}
		workers.shutdown();
		finish(workers);
		Outcome.RetryLater cause = this.stop;
		List<Report> known = List.copyOf(this.reports);
		return (cause == null) ? new Outcome.HandedOver(known)
				: new Outcome.RetryLater(cause.cause(), cause.after(), known);
	}

	private void one(Recipient recipient, String words) {
		if (this.stop != null) {
			return;
		}
		try {
			Message message = this.account.post(recipient.address(), words);
			this.reports.add(new Report(recipient, Evidence.ACCEPTED, message.getSid(), "" + message.getStatus()));
		}
		catch (ApiException ex) {
			refused(recipient, ex);
		}
		catch (SingleShot.Busy ex) {
			this.stop = new Outcome.RetryLater(String.valueOf(ex.getMessage()), ex.after(), List.of());
		}
		catch (RuntimeException ex) {
			// No answer: it may have been taken. An alert twice is better than none.
			this.stop = Outcome.RetryLater.because("Twilio: " + ex.getMessage());
		}
	}

	private void refused(Recipient recipient, ApiException refusal) {
		Integer code = refusal.getCode();
		Integer status = refusal.getStatusCode();
		String words = "Twilio " + ((code != null) ? code : "HTTP " + status) + ": " + refusal.getMessage();
		if (code == null || status == null || status == 401 || status == 403 || this.account.ours(code)) {
			this.stop = Outcome.RetryLater.because(words);
			return;
		}
		this.reports.add(new Report(recipient, Evidence.FAILED, "", words));
	}

	/** Every post ends by its own timeout. */
	private void finish(ExecutorService workers) {
		try {
			while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
				continue;
			}
		}
		catch (InterruptedException ex) {
			workers.shutdownNow();
			this.stop = Outcome.RetryLater.because("停止のため中断 / interrupted by a stop");
			Thread.currentThread().interrupt();
		}
	}

}
