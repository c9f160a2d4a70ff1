package jp.kodama.channel.radio.contact;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a contact opens again: after the sound, after its failure, and after
 * the longest time even if the sound hangs. An amplifier that stays on empties its
 * battery and keeps others from the air.
 */
public final class ContactGuard {

	private static final Logger log = LoggerFactory.getLogger(ContactGuard.class);

	private static final int TRIES = 3;

	private final ControlContact contact;

	private final Duration longest;

	private volatile boolean stuck;

	/** Guards a contact. */
	public ContactGuard(ControlContact contact, Duration longest) {
		this.contact = contact;
		this.longest = longest;
	}

	/**
	 * Does something while the contact is closed.
	 * @param lead how long after closing it may begin
	 * @throws IOException if the contact cannot be closed, or what {@code work} throws
	 */
	public <T> T during(Duration lead, Work<T> work) throws IOException, InterruptedException {
		AtomicBoolean opened = new AtomicBoolean();
		Executor later = CompletableFuture.delayedExecutor(this.longest.toMillis(), TimeUnit.MILLISECONDS);
		CompletableFuture<Void> watchdog = CompletableFuture.runAsync(() -> {
			if (!opened.get()) {
				log.error("接点が{}閉じたままです。開きます / a contact was closed for too long: opening it", this.longest);
				open();
			}
		}, later);
		try {
			this.contact.set(true);
			Thread.sleep(lead.toMillis());
			return work.run();
		}
		finally {
			// Also after a failure to close it: the relay may have moved all the same.
			opened.set(open());
			if (opened.get()) {
				watchdog.cancel(false);
			}
		}
	}

	/** Whether it did not open when it was last told to. */
	public boolean stuck() {
		return this.stuck;
	}

	/** Opens it, and says aloud if it does not open; interruption does not stop it. */
	public boolean open() {
		boolean interrupted = Thread.interrupted();
		try {
			for (int i = 1; i <= TRIES; i++) {
				try {
					this.contact.set(false);
					this.stuck = false;
					return true;
				}
				catch (IOException ex) {
					log.error("接点が開きません（{}回目） / a contact does not open, try {}: {}", i, i, ex.getMessage());
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
			this.stuck = true;
			return false;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** What is done while the contact is closed. */
	public interface Work<T> {

		/** Does it. */
		T run() throws IOException, InterruptedException;

	}

}
