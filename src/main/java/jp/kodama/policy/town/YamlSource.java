package jp.kodama.policy.town;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML text, parsed, that remembers on which line each field stands. */
final class YamlSource {

	/** A policy is a page or two; more is a mistake or an attack. */
	private static final int MOST_CHARACTERS = 256 * 1024;

	private final String name;

	private final Map<String, Integer> lines = new TreeMap<>();

	private final @Nullable Object content;

	/**
	 * Parses.
	 * @param name for messages
	 * @throws InvalidPolicy with the line, if it is not YAML
	 */
	YamlSource(String name, String text) {
		this.name = name;
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setCodePointLimit(MOST_CHARACTERS);
		options.setMaxAliasesForCollections(10);
		try {
			Yaml yaml = new Yaml(new SafeConstructor(options));
			this.content = yaml.load(text);
			remember("", new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text)));
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 1;
			throw new InvalidPolicy(java.util.List.of(new PolicyFault(name, line, "",
					"YAMLとして読めません: " + ex.getProblem(), "not YAML: " + ex.getProblem())));
		}
		catch (org.yaml.snakeyaml.error.YAMLException ex) {
			throw new InvalidPolicy(java.util.List
				.of(new PolicyFault(name, 1, "", "YAMLとして読めません: " + ex.getMessage(), "not YAML: " + ex.getMessage())));
		}
	}

	/** Maps, lists and scalars; an empty map for an empty file. */
	Object content() {
		return (this.content != null) ? this.content : Map.of();
	}

	/** A fault at a field, given as JSON pointer {@code /rules/2/action}. */
	PolicyFault fault(String pointer, String japanese, String english) {
		String at = pointer;
		while (!this.lines.containsKey(at) && at.contains("/")) {
			at = at.substring(0, at.lastIndexOf('/'));
		}
		String field = pointer.replaceFirst("^/", "")
			.replaceAll("/(\\d+)", "[$1]")
			.replace("/", ".")
			.replace("~1", "/");
		return new PolicyFault(this.name, this.lines.getOrDefault(at, 1), field, japanese, english);
	}

	private void remember(String pointer, @Nullable Node node) {
		if (node == null) {
			return;
		}
		this.lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
		if (node instanceof MappingNode map) {
			for (NodeTuple entry : map.getValue()) {
				String key = (entry.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "";
				String child = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
				this.lines.put(child, entry.getKeyNode().getStartMark().getLine() + 1);
				remember(child, entry.getValueNode());
			}
		}
		else if (node instanceof SequenceNode list) {
			int index = 0;
			for (Node item : list.getValue()) {
				remember(pointer + "/" + index++, item);
			}
		}
	}

}
