package jp.kodama.intake.source;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** How long nothing was heard: {@code kodama_source_silent_seconds{source}}. */
@Component
class SourceMetrics implements MeterBinder {

	private final Sources sources;

	private final SourceAlarm alarm;

	SourceMetrics(Sources sources, SourceAlarm alarm) {
		this.sources = sources;
		this.alarm = alarm;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.sources.all()
			.stream()
			.filter(SourceSettings::enabled)
			.forEach((source) -> TimeGauge
				.builder("kodama.source.silent", this.alarm, TimeUnit.SECONDS,
						(alarm) -> alarm.silence(source.id()).toMillis() / 1000.0)
				.description("Seconds since the source was last heard")
				.tag("source", source.id())
				.register(registry));
	}

}
