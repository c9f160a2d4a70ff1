package jp.kodama.channel.email;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jp.kodama.audience.Recipient;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Artifact;
import org.jspecify.annotations.Nullable;

/** One batch of mails over one connection. */
final class MailRound {

	private final SmtpLines lines;

	private final List<Report> reports = new ArrayList<>();

	private @Nullable SmtpLine line;

	private String later = "";

	MailRound(SmtpLines lines) {
		this.lines = lines;
	}

	/** Hands over what can be; a mail that must wait does not hold up the others. */
	Outcome send(List<Artifact> mails) {
		try {
			for (Artifact mail : mails) {
				one(mail, mail.to().get(0));
			}
		}
		catch (MessagingException | IllegalStateException ex) {
			this.later = "メールサーバー / mail server: " + Refusal.of(ex).text();
		}
		finally {
			if (this.line != null) {
				this.lines.giveBack(this.line);
			}
		}
		return this.later.isEmpty() ? new Outcome.HandedOver(this.reports)
				: new Outcome.RetryLater(this.later, Duration.ZERO, this.reports);
	}

	/** Throws what concerns every mail, not only this one. */
	private void one(Artifact artifact, Recipient recipient) throws MessagingException {
		Optional<InternetAddress> to = Mailbox.parse(recipient.address());
		if (to.isEmpty()) {
			report(recipient, Evidence.FAILED, "", "メールアドレスの形ではありません / not a mail address");
			return;
		}
		RawMail mail = new RawMail(artifact.content());
		try {
			report(recipient, Evidence.ACCEPTED, mail.getMessageID(), submit(mail, to.get()));
		}
		catch (MessagingException ex) {
			Refusal refusal = Refusal.of(ex);
			if (refusal.finalForRecipient()) {
				report(recipient, Evidence.FAILED, mail.getMessageID(), refusal.text());
			}
			else if (refusal.lineBroken() || refusal.ours()) {
				throw ex;
			}
			else {
				this.later = refusal.text();
			}
		}
	}

	/**
	 * Connects anew once if the connection turns out to be broken before the mail had
	 * left. Afterwards it may have arrived: that is for the next try, under the same
	 * Message-ID.
	 */
	private String submit(RawMail mail, InternetAddress to) throws MessagingException {
		SmtpLine current = (this.line != null) ? this.line : this.lines.take();
		this.line = current;
		try {
			return current.submit(mail, to);
		}
		catch (MessagingException ex) {
			if (!Refusal.of(ex).lineBroken()) {
				throw ex;
			}
			this.line = null;
			SmtpLines.drop(current);
			if (current.handedOver()) {
				throw ex;
			}
			this.line = this.lines.fresh();
			return this.line.submit(mail, to);
		}
	}

	private void report(Recipient recipient, Evidence evidence, String messageId, String detail) {
		this.reports.add(new Report(recipient, evidence, messageId, detail));
	}

}
