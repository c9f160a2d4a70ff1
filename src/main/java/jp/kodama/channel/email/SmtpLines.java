package jp.kodama.channel.email;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.mail.MessagingException;

/**
 * Connections kept from batch to batch, and how many there may be at once. Every batch
 * may have one; more only while the bound allows, and mass mailing gives its own up to an
 * urgent alert.
 */
final class SmtpLines implements AutoCloseable {

	private final Relays relays;

	private final Leads leads;

	private final int most;

	private final BlockingDeque<Idle> idle = new LinkedBlockingDeque<>();

	private final Set<SmtpLine> busy = ConcurrentHashMap.newKeySet();

	private final AtomicInteger carriers = new AtomicInteger();

	private final AtomicInteger urgent = new AtomicInteger();

	SmtpLines(Relays relays, Leads leads) {
		this.relays = relays;
		this.leads = leads;
		this.most = relays.first().connections();
	}

	/** What answers lead to. */
	Leads leads() {
		return this.leads;
	}

	/** The relays, for a status page. */
	Relays relays() {
		return this.relays;
	}

	/** A batch begins. */
	void begin(boolean urgent) {
		this.carriers.incrementAndGet();
		this.urgent.addAndGet(urgent ? 1 : 0);
	}

	/** It is over, and so is the one connection that was its own. */
	void end(boolean urgent) {
		this.carriers.decrementAndGet();
		this.urgent.addAndGet(urgent ? -1 : 0);
	}

	/** Whether a batch may use one connection more; {@link #less()} gives it back. */
	boolean more(boolean urgent) {
		if (crowded(urgent)) {
			return false;
		}
		if (this.carriers.incrementAndGet() <= this.most) {
			return true;
		}
		this.carriers.decrementAndGet();
		return false;
	}

	/** One connection less. */
	void less() {
		this.carriers.decrementAndGet();
	}

	/** Whether a batch must do with one connection: an urgent one is under way. */
	boolean crowded(boolean urgent) {
		return !urgent && this.urgent.get() > 0;
	}

	/** A connection that answered just now, kept or new. */
	SmtpLine take() throws MessagingException {
		Idle kept = this.idle.pollFirst();
		if (kept != null && this.relays.keeps(kept.line())) {
			// Asks the server (NOOP), so that a connection it gave up is not used.
			this.busy.add(kept.line());
			if (kept.young(this.relays.first().idle()) && kept.line().alive()) {
				return kept.line();
			}
			// The others are older; asking each of a server that hangs would take long.
			drop(kept.line());
			close();
		}
		else if (kept != null) {
			kept.line().quit();
		}
		return fresh();
	}

	/** A new connection. */
	SmtpLine fresh() throws MessagingException {
		SmtpLine line = this.relays.connect();
		this.busy.add(line);
		return line;
	}

	/** Keeps a connection that is in order. */
	void giveBack(SmtpLine line) {
		this.busy.remove(line);
		this.idle.addFirst(new Idle(line, System.nanoTime()));
	}

	/** Closes a connection that is not. */
	void drop(SmtpLine line) {
		this.busy.remove(line);
		line.drop();
	}

	/**
	 * Looks after the connections in use: a server that has owed an answer for too long
	 * gets no more, and one that has stopped reading is cut off.
	 */
	void watch() {
		long hanging = this.relays.first().hanging().toNanos();
		// A read ends by itself at the timeout; a write does not.
		long longest = this.relays.first().timeout().plusSeconds(1).toNanos();
		for (SmtpLine line : this.busy) {
			long silence = line.silence();
			if (silence > hanging) {
				line.relay().health().hangs();
			}
			if (silence > longest) {
				line.cut();
			}
		}
	}

	/** Whether a carrier waits for a server that hangs, while another would work. */
	boolean hangs(Carrier carrier) {
		return carrier.silence() > this.relays.first().hanging().toNanos() && this.relays.any();
	}

	/** Whether there is another relay to turn to. */
	boolean another(SmtpLine than) {
		return this.relays.another(than.relay());
	}

	@Override
	public void close() {
		for (Idle kept = this.idle.pollFirst(); kept != null; kept = this.idle.pollFirst()) {
			kept.line().quit();
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
