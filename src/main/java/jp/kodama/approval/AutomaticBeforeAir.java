package jp.kodama.approval;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertChanged;
import jp.kodama.alert.Handling;
import jp.kodama.alert.State;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.speech.alignment.Fate;
import jp.kodama.speech.alignment.Proof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Listens to what was released without an officer having seen it, and writes down what
 * was not understood: never in the way of the air, never a reason to be silent.
 */
@Component
class AutomaticBeforeAir {

	private static final Logger log = LoggerFactory.getLogger(AutomaticBeforeAir.class);

	private final BeforeAirCheck check;

	private final Channels channels;

	private final MeterRegistry meters;

	private final long delay;

	/**
	 * In a flood of alerts some are enough: listening takes as long as a third of the
	 * broadcast.
	 */
	private static final int WAITING = 8;

	private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1, (work) -> {
		Thread thread = new Thread(work, "before-air");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		return thread;
	});

	/**
	 * Waits before it listens.
	 * @param delay seconds after the release: the alert goes out first
	 */
	AutomaticBeforeAir(BeforeAirCheck check, Channels channels, MeterRegistry meters,
			@Value("${kodama.speech.before-air-delay:20}") long delay) {
		this.check = check;
		this.channels = channels;
		this.meters = meters;
		this.delay = delay;
	}

	/** An officer who released one has seen the preview, and the words marked in it. */
	@EventListener
	void remember(AlertChanged event) {
		boolean unseen = event.to() == State.RELEASED && event.from() != State.PENDING_APPROVAL;
		if (!unseen || event.alert().handling().source().equals(Handling.PROBE)) {
			return;
		}
		if (this.later.getQueue().size() < WAITING) {
			this.later.schedule(() -> listen(event.alert()), this.delay, TimeUnit.SECONDS);
		}
		else {
			this.meters.counter("kodama.before.air.skipped").increment();
		}
	}

	private void listen(Alert alert) {
		for (ChannelSettings channel : this.channels.all()) {
			if (channel.voice()) {
				try {
					tell(alert, channel, this.check.of(alert, channel));
				}
				catch (RuntimeException ex) {
					log.warn("{}: {} was not listened to: {}", alert.identifier(), channel.id(), ex.getMessage());
				}
			}
		}
	}

	private void tell(Alert alert, ChannelSettings channel, List<Proof> proofs) {
		for (Proof proof : proofs) {
			count(channel, "lost", proof.comparison().harmful().size());
			count(channel, "understood", proof.comparison().critical() - proof.comparison().harmful().size());
			for (Fate fate : proof.comparison().harmful()) {
				log.warn("{}: {} says {}, and {} is understood", alert.identifier(), channel.id(),
						fate.said().written(), fate.heard().isEmpty() ? "nothing" : fate.heard());
			}
		}
	}

	/** Places, levels and numbers said, by what became of them. */
	private void count(ChannelSettings channel, String result, double words) {
		this.meters.counter("kodama.before.air.words", "channel", channel.id(), "result", result).increment(words);
	}

	@PreDestroy
	void stop() {
		this.later.shutdownNow();
	}

}
