package jp.kodama.intake.source;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;

/**
 * What a source's entry gives to the template of its kind. The template says what there
 * is to set, and what holds if it is not.
 */
final class Parameters {

	/** The template's name for the source's id. */
	private static final String SOURCE = "source";

	private static final String ADDRESS = "address";

	private final SourceSettings source;

	private final Map<String, RouteTemplateParameterDefinition> known = new TreeMap<>();

	Parameters(SourceSettings source, RouteTemplateDefinition template) {
		this.source = source;
		template.getTemplateParameters().forEach((one) -> this.known.put(one.getName(), one));
	}

	/**
	 * Each with its value.
	 * @throws IllegalStateException naming an option that the kind does not know, or
	 * needs and has not
	 */
	Map<String, String> all() {
		for (String name : this.source.entry().options().keySet()) {
			if (!this.known.containsKey(name) || name.equals(SOURCE) || name.equals(ADDRESS)) {
				throw this.source.broken("options." + name, "the kind '" + this.source.kind()
						+ "' has no such option; it has " + new TreeSet<>(this.known.keySet()));
			}
		}
		if (!this.source.address().isEmpty() && !this.known.containsKey(ADDRESS)) {
			throw this.source.broken(ADDRESS, "the kind '" + this.source.kind() + "' has none");
		}
		Map<String, String> all = new TreeMap<>();
		this.known.forEach((name, parameter) -> {
			String value = value(name, parameter);
			if (value != null) {
				all.put(name, value);
			}
		});
		return all;
	}

	private @org.jspecify.annotations.Nullable String value(String name, RouteTemplateParameterDefinition parameter) {
		String given = switch (name) {
			case SOURCE -> this.source.id();
			case ADDRESS -> this.source.address();
			default -> this.source.entry().options().getOrDefault(name, "");
		};
		if (!given.isBlank()) {
			return given;
		}
		if (parameter.getDefaultValue() == null && !Boolean.FALSE.equals(parameter.getRequired())) {
			throw this.source.broken(name.equals(ADDRESS) ? name : "options." + name, "not set");
		}
		return parameter.getDefaultValue();
	}

}
