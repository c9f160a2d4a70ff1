package jp.kodama.probe;

import java.util.Optional;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** The last self-test in {@code /actuator/health}; no part of readiness. */
@Component("probeHealthIndicator")
class ProbeHealth implements HealthIndicator {

	/**
	 * Unknown to Spring on purpose: an answer of 503 would call the whole engine down.
	 */
	private static final Status FAILED = new Status("PROBE_FAILED");

	private final Probe probe;

	ProbeHealth(Probe probe) {
		this.probe = probe;
	}

	@Override
	public Health health() {
		Optional<Walk> last = this.probe.last();
		if (last.isEmpty()) {
			return Health.unknown().withDetail("last", "none yet").build();
		}
		Health.Builder health = last.get().fault().isEmpty() ? Health.up()
				: Health.status(FAILED).withDetail("fault", last.get().fault());
		last.get().arrived().forEach((channel, took) -> health.withDetail(channel, took.toMillis() + " ms"));
		return health.withDetail("began", last.get().began().toString()).build();
	}

}
