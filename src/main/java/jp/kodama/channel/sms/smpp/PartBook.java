package jp.kodama.channel.sms.smpp;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.LateReport;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes one report of the receipts of all parts of a text: delivered when every part was,
 * failed as soon as one has. A receipt may come before we know what its part belongs to;
 * while any long text is on its way, such a one is put aside, on disk.
 */
@Component
class PartBook {

	private final AtomicInteger underWay = new AtomicInteger();

	private final PartTable parts;

	private final Incoming incoming;

	private final TransactionOperations transactions;

	private final Clock clock;

	PartBook(PartTable parts, Incoming incoming, TransactionOperations transactions, Clock clock) {
		this.parts = parts;
		this.incoming = incoming;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** A text of several parts begins to leave. */
	void begin() {
		this.underWay.incrementAndGet();
	}

	/** It has left, or not: these are the parts that did. */
	void end(List<String> ids) {
		this.transactions.executeWithoutResult((tx) -> {
			if (!ids.isEmpty()) {
				this.parts.join(ids);
				tell(ids.get(0));
			}
		});
		if (this.underWay.decrementAndGet() == 0) {
			settle();
		}
	}

	/** An SMSC said something of one part, or of a text of one part. */
	void said(String id, Evidence evidence, boolean last, String detail) {
		this.transactions.executeWithoutResult((tx) -> {
			if (this.underWay.get() > 0 || this.parts.knows(id)) {
				String message = this.parts.said(id, evidence, last, detail);
				if (!message.isEmpty()) {
					tell(message);
				}
			}
			else {
				report(id, new PartTable.Part(1, evidence, last, detail));
			}
		});
	}

	/** What was put aside and is part of nothing is about texts of one part. */
	void settle() {
		if (this.underWay.get() == 0) {
			this.transactions.executeWithoutResult((tx) -> {
				Optional<PartTable.Whole> one = this.parts.nextWhole();
				while (one.isPresent()) {
					report(one.get().id(), one.get().said());
					one = this.parts.nextWhole();
				}
			});
		}
	}

	private void tell(String message) {
		List<PartTable.Part> said = this.parts.of(message);
		Optional<PartTable.Part> failed = said.stream().filter((one) -> one.evidence() == Evidence.FAILED).findFirst();
		if (failed.isPresent()) {
			report(message, failed.get());
		}
		else if (!said.isEmpty() && said.size() == said.get(0).parts()
				&& said.stream().allMatch((one) -> one.evidence() == Evidence.DELIVERED)) {
			report(message, said.get(0));
		}
	}

	private void report(String id, PartTable.Part said) {
		String parts = (said.parts() > 1) ? " (" + said.parts() + " parts)" : "";
		this.incoming.report(
				new LateReport(Incoming.CHANNEL, id, said.evidence(), said.detail() + parts, this.clock.instant()),
				said.last());
	}

}
