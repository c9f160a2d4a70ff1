package jp.kodama.intake.source;

import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;

import org.springframework.stereotype.Component;

/**
 * Gives each enabled source its route: {@code source-<kind>} in {@code routes/} is the
 * kind's template, and gets {@code source} (the id), {@code address} and every option
 * that the entry has. An entry that does not fit its template stops the start, with file
 * and field.
 */
@Component
class SourceRoutes implements CamelContextConfiguration {

	/** What the ids of the routes and templates of sources open with. */
	static final String PREFIX = "source-";

	private final Sources sources;

	private final List<SourceKind> kinds;

	private final SourceStarter starter;

	SourceRoutes(Sources sources, List<SourceKind> kinds, SourceStarter starter) {
		this.sources = sources;
		this.kinds = kinds;
		this.starter = starter;
	}

	@Override
	public void beforeApplicationStart(CamelContext camel) {
		ModelCamelContext routes = (ModelCamelContext) camel;
		for (SourceSettings source : this.sources.all()) {
			if (source.enabled() && !source.kind().equals(Sources.FOLDER)) {
				add(routes, source);
			}
		}
	}

	/**
	 * Sources start when all else runs: one whose port is taken or whose line is dead
	 * must not keep the rest from starting.
	 */
	@Override
	public void afterApplicationStart(CamelContext camel) {
		this.starter.start(camel);
	}

	private void add(ModelCamelContext routes, SourceSettings source) {
		RouteTemplateDefinition template = routes.getRouteTemplateDefinition(PREFIX + source.kind());
		if (template == null) {
			throw source.broken("kind", "there is no kind '" + source.kind() + "' (no routeTemplate " + PREFIX
					+ source.kind() + " in routes/)");
		}
		Map<String, String> parameters = new Parameters(source, template).all();
		SourceSettings complete = source.with(parameters);
		this.sources.complete(complete);
		this.kinds.stream().filter((kind) -> kind.name().equals(source.kind())).forEach((kind) -> kind.check(complete));
		TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(routes, template.getId())
			.routeId(PREFIX + source.id());
		parameters.forEach(route::parameter);
		try {
			route.add();
			routes.getRouteDefinition(PREFIX + source.id()).autoStartup(false);
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(source.path() + ": " + ex.getMessage(), ex);
		}
	}

}
