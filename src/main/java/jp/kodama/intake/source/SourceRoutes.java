package jp.kodama.intake.source;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
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

	private final SourceStarter starter;

	SourceRoutes(Sources sources, SourceStarter starter) {
		this.sources = sources;
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

	private static void add(ModelCamelContext routes, SourceSettings source) {
		RouteTemplateDefinition template = routes.getRouteTemplateDefinition(PREFIX + source.kind());
		if (template == null) {
			throw source.broken("kind", "there is no kind '" + source.kind() + "' (no routeTemplate " + PREFIX
					+ source.kind() + " in routes/)");
		}
		TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(routes, PREFIX + source.kind())
			.routeId(PREFIX + source.id());
		parameters(source, template).forEach(route::parameter);
		try {
			route.add();
			routes.getRouteDefinition(PREFIX + source.id()).autoStartup(false);
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(source.path() + ": " + ex.getMessage(), ex);
		}
	}

	private static Map<String, String> parameters(SourceSettings source, RouteTemplateDefinition template) {
		Map<String, String> given = new TreeMap<>(source.entry().options());
		Map<String, Boolean> known = new TreeMap<>();
		for (RouteTemplateParameterDefinition one : template.getTemplateParameters()) {
			known.put(one.getName(), one.getDefaultValue() == null && !Boolean.FALSE.equals(one.getRequired()));
		}
		for (String name : given.keySet()) {
			if (!known.containsKey(name) || name.equals("source") || name.equals("address")) {
				throw source.broken("options." + name,
						"the kind '" + source.kind() + "' has no such option; it has " + new TreeSet<>(known.keySet()));
			}
		}
		given.put("source", source.id());
		if (!source.address().isEmpty()) {
			given.put("address", source.address());
		}
		known.forEach((name, required) -> {
			if (required && given.getOrDefault(name, "").isBlank()) {
				throw source.broken(name.equals("address") ? name : "options." + name, "not set");
			}
		});
		given.keySet().retainAll(known.keySet());
		return given;
	}

}
