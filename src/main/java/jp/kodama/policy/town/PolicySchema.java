package jp.kodama.policy.town;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code config/policy/policy.schema.json} (JSON Schema 2020-12). */
final class PolicySchema {

	private static final JsonMapper JSON = new JsonMapper();

	private final Schema schema;

	/**
	 * Reads it.
	 * @param file the schema
	 * @throws IllegalStateException if it cannot be read
	 */
	PolicySchema(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(JSON.readTree(in));
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + ": cannot be read: " + ex.getMessage(), ex);
		}
	}

	/** Where a text is not as the schema says. */
	List<PolicyFault> faults(YamlSource source) {
		JsonNode json = JSON.valueToTree(source.content());
		List<Error> english = errors(json, Locale.ENGLISH);
		List<Error> japanese = english.isEmpty() ? List.of() : errors(json, Locale.JAPANESE);
		List<PolicyFault> faults = new ArrayList<>();
		for (int i = 0; i < english.size(); i++) {
			Error error = english.get(i);
			String pointer = error.getInstanceLocation().toString();
			String property = error.getProperty();
			String at = (property != null && error.getKeyword().equals("additionalProperties"))
					? pointer + "/" + property : pointer;
			faults.add(source.fault(at, said(japanese.get(i)), said(error)));
		}
		return faults;
	}

	private List<Error> errors(JsonNode json, Locale locale) {
		return this.schema.validate(json, (context) -> context.executionConfig((config) -> config.locale(locale)));
	}

	/** What is wrong, and what was found where it is a single value. */
	private static String said(Error error) {
		JsonNode found = error.getInstanceNode();
		return error.getMessage() + ((found != null && found.isValueNode()) ? " (" + found.asString("") + ")" : "");
	}

}
