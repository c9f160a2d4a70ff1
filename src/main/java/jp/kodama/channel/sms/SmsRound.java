package jp.kodama.channel.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jp.kodama.channel.sms.provider.Answer;
import jp.kodama.channel.sms.provider.Dispatch;
import jp.kodama.channel.sms.provider.Dispatch.Sent;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;

/**
 * One batch of texts: each number once. Answers are written down as they come, many in a
 * commit, so that a crash repeats only what was on its way.
 */
final class SmsRound {

	/** Answers in one commit, about; fewer if they come slowly. */
	private static final int NOTED = 200;

	private final List<Job.Key> claimed = new ArrayList<>();

	private final Dispatch dispatch;

	private final Once once;

	private final SentLog log;

	/** False once the alert is over: what has not left stays. */
	private volatile boolean wanted = true;

	SmsRound(Dispatch dispatch, Once once, SentLog log) {
		this.dispatch = dispatch;
		this.once = once;
		this.log = log;
	}

	Outcome send(Parcel.Live parcel) {
		RoundReport report = new RoundReport(parcel.alert().urgent(), this.dispatch.crews().size() > 1);
		List<Job> jobs = Job.of(parcel, report.reports());
		try {
			Answers answers = new Answers(jobs.size(), NOTED);
			post(parcel.delivery().alert(), jobs, answers);
			collect(parcel.delivery(), answers, report);
		}
		catch (InterruptedException ex) {
			report.stop("停止のため中断 / interrupted by a stop");
			Thread.currentThread().interrupt();
		}
		finally {
			this.once.release(this.claimed);
		}
		return report.outcome();
	}

	private void post(String alert, List<Job> jobs, Answers answers) {
		List<Owned> owned = new ArrayList<>();
		for (Job job : jobs) {
			CompletableFuture<Sent> own = new CompletableFuture<>();
			CompletableFuture<Sent> other = this.once.claim(job.key(), own);
			boolean ours = other == null;
			((other == null) ? own : other).thenAccept((sent) -> answers.add(new Done(job, sent, ours)));
			if (ours) {
				this.claimed.add(job.key());
				owned.add(new Owned(job, own));
			}
		}
		Map<Job.Key, String> before = this.log.taken(alert, this.claimed);
		for (Owned one : owned) {
			String id = before.get(one.job().key());
			if (id != null) {
				one.answer().complete(new Sent("", Answer.taken(id, "前に受け付け済み / taken before")));
			}
			else {
				this.dispatch.send(one.job().text(), () -> this.wanted).thenAccept(one.answer()::complete);
			}
		}
	}

	/**
	 * Many in a commit, but nothing waits for long: what a crash repeats is what was not
	 * written down.
	 */
	private void collect(Delivery delivery, Answers answers, RoundReport report) throws InterruptedException {
		while (!answers.over()) {
			List<Done> some = answers.take();
			some.forEach(report::add);
			if (answers.over()) {
				this.log.write(some);
			}
			else {
				this.wanted &= this.log.write(some, delivery, report.take());
			}
		}
	}

	/** One that this round sends, and whoever waits for it. */
	private record Owned(Job job, CompletableFuture<Sent> answer) {
	}

	/**
	 * What became of one.
	 *
	 * @param job which
	 * @param sent by whom, and the answer
	 * @param ours whether this round sent it
	 */
	record Done(Job job, Sent sent, boolean ours) {

		/** Whether it is a new message at a provider. */
		boolean fresh() {
			return this.ours && !this.sent.provider().isEmpty();
		}

	}

}
