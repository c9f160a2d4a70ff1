package jp.kodama.delivery;

import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready only when every route runs: HTTP opens before Camel does. */
@Component("routes")
class RoutesHealth implements HealthIndicator {

	/** A source that cannot start has a light of its own and must not stop the rest. */
	private static final String SOURCE = "source-";

	private final CamelContext camel;

	RoutesHealth(CamelContext camel) {
		this.camel = camel;
	}

	@Override
	public Health health() {
		List<String> down = this.camel.getRoutes()
			.stream()
			.map(Route::getRouteId)
			.filter((id) -> !id.startsWith(SOURCE))
			.filter((id) -> this.camel.getRouteController().getRouteStatus(id) != ServiceStatus.Started)
			.toList();
		boolean up = this.camel.getStatus() == ServiceStatus.Started && down.isEmpty();
		return (up ? Health.up() : Health.down()).withDetail("routes", this.camel.getRoutesSize())
			.withDetail("stopped", down)
			.build();
	}

}
