package jp.kodama.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jp.kodama.audience.AddressOffered;
import jp.kodama.audience.AddressRefused;
import jp.kodama.channel.sms.provider.Asked;
import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.delivery.LateReport;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in what providers tell by themselves. */
@Component
class Mailroom implements Incoming {

	/** Asked about after 5 minutes, then 10, 20 … until nobody expects an answer. */
	private static final int ENOUGH = 10;

	private final MessageTable messages;

	private final ReplyTable replies;

	private final ReplyWords words;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Mailroom(MessageTable messages, ReplyTable replies, ReplyWords words, TransactionOperations transactions,
			ApplicationEventPublisher events, Clock clock) {
		this.messages = messages;
		this.replies = replies;
		this.words = words;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public void report(LateReport report, boolean last) {
		this.transactions.executeWithoutResult((tx) -> {
			if (last) {
				this.messages.last(report.providerId());
			}
			this.events.publishEvent(report);
		});
	}

	@Override
	public void reply(Reply reply) {
		ReplyWords.Kind kind = this.words.kind(reply.words());
		this.transactions.executeWithoutResult((tx) -> {
			boolean fresh = this.replies.add(reply, kind);
			if (fresh && kind == ReplyWords.Kind.STOP) {
				refuse(reply.from(), "返信による配信停止 / answered: " + reply.words());
			}
			else if (fresh && kind == ReplyWords.Kind.START) {
				this.events.publishEvent(
						new AddressOffered(CHANNEL, reply.from(), this.words.language(reply.words()), reply.at()));
			}
		});
	}

	@Override
	public void stopped(String number, String reason) {
		this.transactions.executeWithoutResult((tx) -> refuse(number, reason));
	}

	@Override
	public List<Asked> ask(String provider, int most) {
		Instant now = this.clock.instant();
		return this.transactions.execute((tx) -> {
			List<Asked> due = this.messages.open(provider, now, most);
			due.forEach((one) -> {
				Duration wait = SentLog.PATIENCE.multipliedBy(1L << Math.min(one.times() + 1, ENOUGH));
				this.messages.asked(one.id(), now.plus(wait));
				if (one.times() >= ENOUGH) {
					this.messages.last(one.id());
				}
			});
			return due;
		});
	}

	private void refuse(String number, String reason) {
		this.events.publishEvent(new AddressRefused(SmsWire.CHANNEL, number, reason, this.clock.instant()));
	}

}
