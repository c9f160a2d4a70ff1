package jp.kodama.channel.sms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.channel.sms.provider.Answer;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Report;

/** What a batch comes to, as its answers come in. */
final class RoundReport {

	private final List<Report> reports = new ArrayList<>();

	private final boolean urgent;

	private final boolean several;

	private String cause = "";

	private Duration after = Duration.ZERO;

	/**
	 * Nothing known yet.
	 * @param urgent whether doubt is a reason to send again
	 * @param several whether the provider must be named
	 */
	RoundReport(boolean urgent, boolean several) {
		this.urgent = urgent;
		this.several = several;
	}

	List<Report> reports() {
		return this.reports;
	}

	/** What is known and not written down yet. */
	List<Report> take() {
		List<Report> taken = List.copyOf(this.reports);
		this.reports.clear();
		return taken;
	}

	void stop(String why) {
		this.cause = why;
	}

	void add(SmsRound.Done done) {
		Answer answer = done.sent().answer();
		boolean name = this.several && !done.sent().provider().isEmpty();
		String words = answer.words() + (name ? " (" + done.sent().provider() + ")" : "");
		switch (answer.lead()) {
			case TAKEN -> this.reports.addAll(done.job().report(Evidence.ACCEPTED, answer.id(), words));
			case FINAL, STOP -> this.reports.addAll(done.job().report(Evidence.FAILED, "", words));
			case SILENT -> {
				// It may have been taken. An alert twice is better than none; for the
				// rest a person decides.
				if (this.urgent) {
					later(answer, words);
				}
				else {
					this.reports.addAll(done.job().report(Evidence.IN_DOUBT, "", words));
				}
			}
			case NEXT, RETRY, BUSY, ALARM -> later(answer, words);
		}
	}

	private void later(Answer answer, String words) {
		this.cause = this.cause.isEmpty() ? words : this.cause;
		this.after = (answer.after().compareTo(this.after) > 0) ? answer.after() : this.after;
	}

	Outcome outcome() {
		return this.cause.isEmpty() ? new Outcome.HandedOver(List.copyOf(this.reports))
				: new Outcome.RetryLater(this.cause, this.after, List.copyOf(this.reports));
	}

}
