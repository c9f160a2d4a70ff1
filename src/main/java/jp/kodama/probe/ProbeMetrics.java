package jp.kodama.probe;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;

import org.springframework.stereotype.Component;

/**
 * {@code kodama_probe_seconds{channel}}: how long the last walk took there, NaN if it did
 * not arrive; {@code kodama_probe_failed}: 1 if it failed;
 * {@code kodama_probe_age_seconds}: how long ago it began.
 */
@Component
class ProbeMetrics implements MeterBinder {

	private final Probe probe;

	private final Channels channels;

	private final Clock clock;

	ProbeMetrics(Probe probe, Channels channels, Clock clock) {
		this.probe = probe;
		this.channels = channels;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (ChannelSettings channel : this.channels.all()) {
			Gauge.builder("kodama.probe", this, (self) -> self.took(channel.id()))
				.baseUnit("seconds")
				.tag("channel", channel.id())
				.register(registry);
		}
		Gauge
			.builder("kodama.probe.failed", this.probe,
					(one) -> one.last().filter((walk) -> !walk.fault().isEmpty()).isPresent() ? 1 : 0)
			.register(registry);
		Gauge.builder("kodama.probe.age", this, ProbeMetrics::age).baseUnit("seconds").register(registry);
	}

	private double took(String channel) {
		return this.probe.last()
			.flatMap((walk) -> Optional.ofNullable(walk.arrived().get(channel)))
			.map((took) -> took.toMillis() / 1000.0)
			.orElse(Double.NaN);
	}

	private double age() {
		return this.probe.last()
			.map((walk) -> Duration.between(walk.began(), this.clock.instant()).toMillis() / 1000.0)
			.orElse(Double.NaN);
	}

}
