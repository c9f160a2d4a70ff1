package jp.kodama.channel.email;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.mail.MessagingException;
import jp.kodama.audience.AddressRefused;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.LateReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What comes back becomes evidence, and addresses that are gone are not written to again.
 */
@Component("bounces")
class Bounces implements Gone {

	static final String CHANNEL = "email";

	private static final Logger log = LoggerFactory.getLogger(Bounces.class);

	private final Channels channels;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Map<Notice.Kind, Integer> counts = new EnumMap<>(Notice.Kind.class);

	private State state = new State("", Instant.EPOCH, Map.of());

	Bounces(Channels channels, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock) {
		this.channels = channels;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/** Reads the mailbox, if there is one. A mailbox out of reach is tried again. */
	void read() {
		if (!this.channels.has(CHANNEL)) {
			return;
		}
		BounceMailbox mailbox = new BounceMailbox(this.channels.get(CHANNEL), this.clock);
		if (!mailbox.configured()) {
			return;
		}
		String trouble = "";
		try {
			mailbox.read(this::learn);
		}
		catch (MessagingException | IllegalStateException | IllegalArgumentException ex) {
			trouble = String.valueOf(ex.getMessage()).strip();
			log.warn("the bounce mailbox: {}", trouble);
		}
		synchronized (this) {
			this.state = new State(trouble, this.clock.instant(), Map.copyOf(this.counts));
		}
	}

	/** How the last reading went, for a status page. */
	synchronized State state() {
		return this.state;
	}

	@Override
	public void gone(String address, String words) {
		this.transactions.executeWithoutResult(
				(tx) -> this.events.publishEvent(new AddressRefused(CHANNEL, address, words, this.clock.instant())));
	}

	private void learn(List<Notice> notices) {
		Leads leads = Leads.read(this.channels.get(CHANNEL).folder());
		this.transactions.executeWithoutResult((tx) -> notices.forEach((notice) -> publish(notice, leads)));
		synchronized (this) {
			notices.forEach((notice) -> this.counts.merge(notice.kind(), 1, Integer::sum));
		}
	}

	private void publish(Notice notice, Leads leads) {
		switch (notice.kind()) {
			case FAILED -> {
				report(notice, Evidence.FAILED);
				// "5.1.1 550 5.1.1 …": the report's own status stands first.
				int digit = notice.status().startsWith("5") ? 5 : 4;
				if (leads.of(new Refusal(digit, "bounce", notice.status())) == Leads.Lead.GONE) {
					refused(notice, notice.status());
				}
			}
			case DELIVERED -> report(notice, Evidence.DELIVERED);
			case COMPLAINT -> {
				report(notice, Evidence.DELIVERED);
				refused(notice, "迷惑メールと申告 / complaint: " + notice.status());
			}
			case DELAYED, RELAYED, AUTOMATIC, LETTER -> log.debug("{}: {}", notice.kind(), notice.messageId());
		}
	}

	private void report(Notice notice, Evidence evidence) {
		if (!notice.messageId().isEmpty()) {
			this.events
				.publishEvent(new LateReport(CHANNEL, notice.messageId(), evidence, notice.status(), notice.at()));
		}
	}

	private void refused(Notice notice, String words) {
		if (!notice.address().isEmpty()) {
			this.events.publishEvent(new AddressRefused(CHANNEL, notice.address(), words, notice.at()));
		}
	}

	/**
	 * How it stands with the mailbox.
	 *
	 * @param trouble why it could not be read the last time; empty if it could
	 * @param at when that was
	 * @param counts how many mails of each sort since the start
	 */
	record State(String trouble, Instant at, Map<Notice.Kind, Integer> counts) {
	}

}
