package jp.kodama.channel.email;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Progress;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The wire of the email channel: SMTP (RFC 5321). */
@Component("emailWire")
class EmailWire {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final ExecutorService threads = Executors.newCachedThreadPool((work) -> {
		Thread thread = new Thread(work, "email-" + NUMBER.incrementAndGet());
		thread.setDaemon(true);
		return thread;
	});

	private final Channels channels;

	private final Progress progress;

	private final Gone gone;

	private @Nullable SmtpLines lines;

	EmailWire(Channels channels, Progress progress, Gone gone) {
		this.channels = channels;
		this.progress = progress;
		this.gone = gone;
	}

	/**
	 * Hands each mail to the mail server. Accepted by it is all that SMTP tells; bounces
	 * come later. Without its settings nothing is lost: it says what is missing, and is
	 * tried again.
	 */
	public Outcome send(Parcel.Live parcel) {
		try {
			MailRun run = new MailRun(lines(), this.progress, this.threads, parcel);
			Outcome outcome = run.send();
			run.gone().forEach(this.gone::gone);
			return outcome;
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			return Outcome.RetryLater.because(String.valueOf(ex.getMessage()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Outcome.RetryLater.because("停止中 / stopping");
		}
	}

	/** The relays, once the first mail was to leave. */
	synchronized List<Relay> relays() {
		return (this.lines != null) ? this.lines.relays().all() : List.of();
	}

	/** Only once the first mail is to leave: a channel that is off needs no settings. */
	private synchronized SmtpLines lines() {
		if (this.lines == null) {
			ChannelSettings email = this.channels.get(Bounces.CHANNEL);
			this.lines = new SmtpLines(new Relays(email, System::nanoTime), Leads.read(email.folder()));
		}
		return this.lines;
	}

	@PreDestroy
	synchronized void close() {
		this.threads.shutdownNow();
		if (this.lines != null) {
			this.lines.close();
		}
	}

}
