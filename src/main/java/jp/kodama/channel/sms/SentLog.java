package jp.kodama.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jp.kodama.audience.AddressRefused;
import jp.kodama.audience.Recipient;
import jp.kodama.channel.sms.provider.Lead;

import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Progress;
import jp.kodama.delivery.Report;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what providers took, what it costs, and who wants no more. */
@Component
class SentLog {

	/** A message without a last word is asked about after this. */
	static final Duration PATIENCE = Duration.ofMinutes(5);

	private final MessageTable messages;

	private final SpendTable spend;

	private final Progress progress;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SentLog(MessageTable messages, SpendTable spend, Progress progress, TransactionOperations transactions,
			ApplicationEventPublisher events, Clock clock) {
		this.messages = messages;
		this.spend = spend;
		this.progress = progress;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	Map<Job.Key, String> taken(String alert, List<Job.Key> keys) {
		return this.messages.taken(alert, keys);
	}

	/**
	 * One commit, with the evidence.
	 * @return whether to go on
	 */
	boolean write(List<SmsRound.Done> come, Delivery delivery, List<Report> reports) {
		return this.transactions.execute((tx) -> {
			write(come);
			return reports.isEmpty() || this.progress.note(delivery, reports);
		});
	}

	/** One commit, or none if there is nothing to keep. */
	void write(List<SmsRound.Done> come) {
		List<MessageTable.Row> taken = come.stream()
			.filter((one) -> one.fresh() && one.sent().answer().lead() == Lead.TAKEN)
			.map((one) -> new MessageTable.Row(one.job().key(), one.job().text().segments(), one.sent().provider(),
					one.sent().answer().id()))
			.toList();
		List<SmsRound.Done> stopped = come.stream()
			.filter((one) -> one.ours() && one.sent().answer().lead() == Lead.STOP)
			.toList();
		if (taken.isEmpty() && stopped.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		this.transactions.executeWithoutResult((tx) -> {
			this.messages.add(taken, now, now.plus(PATIENCE));
			this.spend.add(taken, now);
			stopped.forEach((one) -> refuse(one, now));
		});
	}

	private void refuse(SmsRound.Done one, Instant now) {
		for (Recipient recipient : one.job().recipients()) {
			this.events.publishEvent(
					new AddressRefused(recipient.channel(), recipient.address(), one.sent().answer().words(), now));
		}
	}

}
