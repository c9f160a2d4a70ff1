package jp.kodama.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import jp.kodama.alert.AlertJournal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts outcomes and times the way from release to outcome, per channel:
 * {@code kodama_delivery_seconds{channel,state,rehearsal}}.
 */
@Component
class DeliveryMetrics {

	private final MeterRegistry registry;

	private final AlertJournal journal;

	private final Clock clock;

	DeliveryMetrics(MeterRegistry registry, AlertJournal journal, Clock clock) {
		this.registry = registry;
		this.journal = journal;
		this.clock = clock;
	}

	@EventListener
	void count(EvidenceReported event) {
		this.journal.find(event.delivery().alert())
			.ifPresent((entry) -> this.registry.timer("kodama.delivery", "channel", event.delivery().channel(), "state",
					event.state().toLowerCase(Locale.ROOT), "rehearsal", Boolean.toString(event.delivery().rehearsal()))
				.record(Duration.between(entry.since(), this.clock.instant())));
	}

}
