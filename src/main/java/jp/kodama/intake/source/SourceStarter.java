package jp.kodama.intake.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Starts the sources' routes, and again those that could not: a port that is taken, a
 * device that is not plugged in.
 */
@Component("sourceStarter")
class SourceStarter {

	private static final Logger log = LoggerFactory.getLogger(SourceStarter.class);

	private final Sources sources;

	private final SourceWatch watch;

	/** Why each could not start: said once, not every few seconds. */
	private final Map<String, String> told = new ConcurrentHashMap<>();

	SourceStarter(Sources sources, SourceWatch watch) {
		this.sources = sources;
		this.watch = watch;
	}

	/** Starts all that do not run; what cannot is told to the watch. */
	void start(CamelContext camel) {
		for (SourceSettings source : this.sources.all()) {
			String route = SourceRoutes.PREFIX + source.id();
			if (camel.getRoute(route) != null
					&& camel.getRouteController().getRouteStatus(route) != ServiceStatus.Started) {
				start(camel, source, route);
			}
		}
	}

	private void start(CamelContext camel, SourceSettings source, String route) {
		try {
			camel.getRouteController().startRoute(route);
			this.watch.works(source.id());
			this.told.remove(source.id());
			log.info("source {}: {} {}", source.id(), source.kind(), source.address());
		}
		catch (Exception ex) {
			String why = String.valueOf(root(ex).getMessage());
			if (!why.equals(this.told.put(source.id(), why))) {
				log.warn("{}: cannot start: {}", source.path(), why);
			}
			this.watch.trouble(source.id(), "起動できません / cannot start: " + why);
		}
	}

	private static Throwable root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

}
