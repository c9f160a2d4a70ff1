package jp.kodama.channel.email;

import java.io.IOException;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;
import jp.kodama.delivery.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Carries the mails of a round over one connection, one after the other, until there are
 * none or it is called off.
 */
final class Carrier {

	private final SmtpLines lines;

	private final MailRound round;

	private final BooleanSupplier calledOff;

	private volatile @Nullable SmtpLine line;

	private volatile boolean back;

	private volatile boolean failed;

	private boolean renewed;

	private Runnable held = () -> {
	};

	Carrier(SmtpLines lines, MailRound round, BooleanSupplier calledOff) {
		this.lines = lines;
		this.round = round;
		this.calledOff = calledOff;
	}

	/** With something that is to be given back, by {@link #release()}. */
	Carrier holding(Runnable giveBack) {
		this.held = giveBack;
		return this;
	}

	/** Gives back what it holds, once. Called by the round's own thread only. */
	void release() {
		this.held.run();
		this.held = () -> {
		};
	}

	/** Whether it carries nothing any more. */
	boolean back() {
		return this.back;
	}

	/** It carries nothing any more, and its round knows. */
	void done() {
		this.back = true;
	}

	/** Whether it had to give up. */
	boolean failed() {
		return this.failed;
	}

	/** How long it has waited for an answer, in nanoseconds. */
	long silence() {
		SmtpLine current = this.line;
		return (current != null) ? current.silence() : 0;
	}

	/** Carries what it can. What it cannot is for the others, or for another round. */
	void carry() {
		Mail mail = this.round.next();
		try {
			while (mail != null) {
				mail = one(mail);
			}
			SmtpLine kept = this.line;
			this.line = null;
			if (kept != null) {
				this.lines.giveBack(kept);
			}
		}
		catch (IOException | MessagingException | IllegalStateException ex) {
			this.failed = true;
			this.round.later(words(ex));
		}
	}

	/** Hands over one mail, and answers with the next. */
	private @Nullable Mail one(Mail mail) throws IOException, MessagingException {
		boolean handedOver = false;
		Mail next = null;
		SmtpLine current = line(mail);
		try {
			Reply reply = current.ask(mail);
			if (reply.positive()) {
				next = current.pipelining() ? next() : null;
				handedOver = true;
				reply = current.hand(mail, next);
			}
			this.renewed = false;
			current.relay().health().worked();
			settle(mail, reply);
			return (next != null) ? next : next();
		}
		catch (IOException ex) {
			this.line = null;
			this.lines.drop(current);
			if (!(ex instanceof SmtpStream.Farewell)) {
				current.relay().health().failed();
			}
			if (next != null) {
				this.round.giveBack(next);
			}
			if (handedOver) {
				// It may have arrived: that is for the next round, under the same
				// Message-ID.
				if (!this.lines.another(current)) {
					throw ex;
				}
				this.round.later(words(ex));
				return next();
			}
			return again(mail, ex);
		}
	}

	/** Connects anew once if the connection broke before the mail had left. */
	private Mail again(Mail mail, IOException broken) throws IOException, MessagingException {
		if (this.renewed) {
			this.round.giveBack(mail);
			throw broken;
		}
		this.renewed = true;
		try {
			this.line = this.lines.fresh();
		}
		catch (MessagingException | IllegalStateException ex) {
			this.round.giveBack(mail);
			throw ex;
		}
		return mail;
	}

	private SmtpLine line(Mail mail) throws MessagingException {
		SmtpLine current = this.line;
		if (current == null) {
			try {
				current = this.lines.take();
				this.line = current;
			}
			catch (MessagingException | IllegalStateException ex) {
				this.round.giveBack(mail);
				throw ex;
			}
		}
		return current;
	}

	private @Nullable Mail next() {
		return this.calledOff.getAsBoolean() ? null : this.round.next();
	}

	private static String words(Exception ex) {
		return "メールサーバー / mail server: " + String.valueOf(ex.getMessage()).strip();
	}

	private void settle(Mail mail, Reply reply) {
		if (reply.positive()) {
			this.round.report(mail, Evidence.ACCEPTED, reply.text());
			return;
		}
		switch (this.lines.leads().of(reply.refusal())) {
			case RETRY -> this.round.later(reply.text());
			case FINAL -> this.round.report(mail, Evidence.FAILED, reply.text());
			case GONE -> {
				this.round.report(mail, Evidence.FAILED, reply.text());
				this.round.gone(mail, reply.text());
			}
			case OURS -> this.round.stop("メールサーバー / mail server: " + reply.text());
		}
	}

}
