package jp.kodama.intake.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * The lights in {@code /actuator/health}. No part of readiness: with a source silent the
 * rest must go on taking and sending.
 */
@Component("sourcesHealthIndicator")
class SourcesHealth implements HealthIndicator {

	/**
	 * Unknown to Spring on purpose: an answer of 503 would call the whole engine down.
	 */
	private static final Status TROUBLED = new Status("SOURCE_TROUBLE");

	private final SourceWatch watch;

	SourcesHealth(SourceWatch watch) {
		this.watch = watch;
	}

	@Override
	public Health health() {
		List<SourceState> states = this.watch.all();
		boolean well = states.stream().allMatch((one) -> one.light() == Light.OK || one.light() == Light.OFF);
		Health.Builder health = well ? Health.up() : Health.status(TROUBLED);
		states.forEach((one) -> health.withDetail(one.settings().id(), details(one)));
		return health.build();
	}

	private static Map<String, Object> details(SourceState state) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("kind", state.settings().kind());
		details.put("light", state.light().english());
		state.lastHeard().ifPresent((at) -> details.put("lastHeard", at.toString()));
		details.put("letters", state.letters());
		state.lastRefusal().ifPresent((last) -> details.put("lastRefusal", last.at() + " " + last.reason()));
		if (!state.trouble().isEmpty()) {
			details.put("trouble", state.trouble());
		}
		return details;
	}

}
