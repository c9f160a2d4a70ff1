package jp.kodama.channel.email;

import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

import jakarta.mail.MessagingException;

/**
 * Connections kept from batch to batch. As many as there are batches at once: the
 * channel's threads bound them.
 */
final class SmtpLines implements AutoCloseable {

	private final Relay relay;

	private final BlockingDeque<Idle> idle = new LinkedBlockingDeque<>();

	SmtpLines(Relay relay) {
		this.relay = relay;
	}

	/** A connection that answered just now, kept or new. */
	SmtpLine take() throws MessagingException {
		Idle kept = this.idle.pollFirst();
		if (kept != null) {
			// Asks the server (NOOP), so that a connection it gave up is not used.
			if (kept.young(this.relay.idle()) && kept.line().isConnected()) {
				return kept.line();
			}
			// The others are older; asking each of a server that hangs would take long.
			drop(kept.line());
			close();
		}
		return fresh();
	}

	/** A new connection. */
	SmtpLine fresh() throws MessagingException {
		return this.relay.connect();
	}

	/** Keeps a connection that is in order. */
	void giveBack(SmtpLine line) {
		this.idle.addFirst(new Idle(line, System.nanoTime()));
	}

	/** Closes a connection that is not. */
	static void drop(SmtpLine line) {
		try {
			line.close();
		}
		catch (MessagingException ex) {
			// It was broken before; there is nothing left to close.
		}
	}

	@Override
	public void close() {
		for (Idle kept = this.idle.pollFirst(); kept != null; kept = this.idle.pollFirst()) {
			drop(kept.line());
		}
	}

	/**
	 * A connection nobody uses.
	 *
	 * @param line the connection
	 * @param since {@link System#nanoTime()} of its last use
	 */
	private record Idle(SmtpLine line, long since) {

		boolean young(Duration limit) {
			return System.nanoTime() - this.since < limit.toNanos();
		}

	}

}
