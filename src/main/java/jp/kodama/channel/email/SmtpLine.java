package jp.kodama.channel.email;

import java.io.IOException;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a mail server. Angus connects, encrypts and signs in; mails then go
 * over the same socket, one round trip each where the server takes groups of commands
 * (RFC 2920): the end of a mail and the next one's MAIL, RCPT and DATA leave together.
 */
final class SmtpLine {

	private static final byte[] NOTHING = {};

	private final Plug plug;

	/** Held on to: its finaliser would close the socket. */
	private final SMTPTransport transport;

	private final SmtpStream stream;

	private final Relay relay;

	private final boolean pipelining;

	private final Envelope envelope;

	private @Nullable Mail announced;

	SmtpLine(Relay relay, Plug plug, SMTPTransport transport) throws IOException {
		this.relay = relay;
		this.plug = plug;
		this.transport = transport;
		this.stream = new SmtpStream(plug.top());
		this.pipelining = transport.supportsExtension("PIPELINING");
		this.envelope = relay.envelope(transport.supportsExtension("DSN"));
	}

	/** Where it leads. */
	Relay relay() {
		return this.relay;
	}

	/** Whether the next mail may be announced together with the end of one. */
	boolean pipelining() {
		return this.pipelining;
	}

	/**
	 * Asks whether a mail may come.
	 * @return 354, or the first reply that refuses it; after a refusal the line is ready
	 * for the next mail
	 */
	Reply ask(Mail mail) throws IOException {
		if (this.pipelining) {
			if (this.announced != mail) {
				announce(mail);
			}
			return answers();
		}
		Reply reply = one("MAIL", this.envelope.mail(mail));
		if (reply.positive()) {
			reply = one("RCPT", this.envelope.rcpt(mail));
		}
		if (reply.positive()) {
			reply = one("DATA", "DATA");
		}
		if (!reply.positive()) {
			one("RSET", "RSET");
		}
		return reply;
	}

	/**
	 * Hands a mail over that may come.
	 * @param next announced along with it; null if there is none, or the server takes no
	 * groups
	 * @return the reply to its last line
	 */
	Reply hand(Mail mail, @Nullable Mail next) throws IOException {
		this.stream.mail(mail.content());
		if (next != null) {
			announce(next);
		}
		this.stream.flush();
		return this.stream.reply(".");
	}

	/** Whether the server answers (NOOP). */
	boolean alive() {
		try {
			return this.announced == null && one("NOOP", "NOOP").positive();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** How long the server has owed an answer, in nanoseconds; 0 if it owes none. */
	long silence() {
		return this.stream.silence();
	}

	/** Ends whatever waits for it. */
	void cut() {
		this.plug.cut();
	}

	/** Says goodbye. */
	void quit() {
		this.relay.closed();
		try {
			this.transport.close();
		}
		catch (MessagingException ex) {
			// The server was gone before.
			this.plug.cut();
		}
	}

	/** Without a word: it is broken. */
	void drop() {
		this.plug.cut();
		quit();
	}

	private void announce(Mail mail) {
		this.stream.command(this.envelope.mail(mail));
		this.stream.command(this.envelope.rcpt(mail));
		this.stream.command("DATA");
		this.announced = mail;
	}

	private Reply answers() throws IOException {
		this.stream.flush();
		Reply mail = this.stream.reply("MAIL");
		Reply rcpt = this.stream.reply("RCPT");
		Reply data = this.stream.reply("DATA");
		this.announced = null;
		Reply refusal = !mail.positive() ? mail : !rcpt.positive() ? rcpt : data;
		if (!refusal.positive()) {
			if (data.positive()) {
				// RFC 2920 §3.1: a server that waits for data all the same gets none.
				this.stream.mail(NOTHING);
				this.stream.flush();
				this.stream.reply(".");
			}
			else {
				one("RSET", "RSET");
			}
		}
		return refusal;
	}

	private Reply one(String name, String command) throws IOException {
		this.stream.command(command);
		this.stream.flush();
		return this.stream.reply(name);
	}

}
