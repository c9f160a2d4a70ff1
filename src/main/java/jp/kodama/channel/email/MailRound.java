package jp.kodama.channel.email;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.internet.InternetAddress;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Artifact;
import org.jspecify.annotations.Nullable;

/**
 * One batch of mails: hands them out to the carriers one by one, and gathers what became
 * of each. A mail of which nothing is gathered must be tried again.
 */
final class MailRound {

	private final Iterator<Artifact> rest;

	private final Deque<Mail> returned = new ArrayDeque<>();

	private List<Report> reports = new ArrayList<>();

	private final Map<String, String> gone = new LinkedHashMap<>();

	private int carriers;

	private boolean stopped;

	private String later = "";

	MailRound(List<Artifact> mails) {
		this.rest = mails.iterator();
	}

	/** The next mail; null if there is none, or the round was stopped. */
	synchronized @Nullable Mail next() {
		if (this.stopped) {
			return null;
		}
		if (!this.returned.isEmpty()) {
			return this.returned.removeFirst();
		}
		while (this.rest.hasNext()) {
			Artifact artifact = this.rest.next();
			Optional<InternetAddress> to = Mailbox.parse(artifact.to().get(0).address());
			if (to.isPresent()) {
				return Mail.of(artifact, to.get().getAddress());
			}
			this.reports
				.add(new Report(artifact.to().get(0), Evidence.FAILED, "", "メールアドレスの形ではありません / not a mail address"));
		}
		return null;
	}

	/** It did not leave; another carrier may take it. */
	synchronized void giveBack(Mail mail) {
		this.returned.addFirst(mail);
	}

	/** What became of a mail. */
	synchronized void report(Mail mail, Evidence evidence, String detail) {
		this.reports.add(new Report(mail.recipient(), evidence, mail.messageId(), detail));
	}

	/** No mail is to go there any more. */
	synchronized void gone(Mail mail, String words) {
		this.gone.put(mail.recipient().address(), words);
	}

	/** Addresses, and what was said of each. */
	synchronized Map<String, String> gone() {
		return Map.copyOf(this.gone);
	}

	/** Something is to be tried again. */
	synchronized void later(String cause) {
		this.later = cause;
	}

	/** Nothing more of it is to leave now. */
	synchronized void stop(String cause) {
		this.later = cause;
		this.stopped = true;
	}

	/** A carrier sets out. */
	synchronized void join() {
		this.carriers++;
	}

	/** It has come back. */
	synchronized void leave() {
		this.carriers--;
		notifyAll();
	}

	/** Waits so long for the carriers; whether all have come back. */
	synchronized boolean over(Duration longest) throws InterruptedException {
		if (this.carriers > 0) {
			wait(longest.toMillis());
		}
		return this.carriers == 0;
	}

	/** Whether there is something for one more carrier to do. */
	synchronized boolean more() {
		return !this.stopped && (this.rest.hasNext() || !this.returned.isEmpty());
	}

	/** Takes what was gathered if it is so much. */
	synchronized List<Report> gathered(int least) {
		if (this.reports.size() < least) {
			return List.of();
		}
		List<Report> gathered = this.reports;
		this.reports = new ArrayList<>();
		return gathered;
	}

	/** How it ended. */
	synchronized Outcome outcome() {
		boolean rest = this.rest.hasNext() || !this.returned.isEmpty();
		if (rest && this.later.isEmpty()) {
			this.later = "続きは次の回に / the rest in the next round";
		}
		return this.later.isEmpty() ? new Outcome.HandedOver(this.reports)
				: new Outcome.RetryLater(this.later, Duration.ZERO, this.reports);
	}

}
