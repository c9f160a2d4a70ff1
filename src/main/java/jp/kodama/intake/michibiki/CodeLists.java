package jp.kodama.intake.michibiki;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.kodama.audience.CodeTable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code config/michibiki/*.yaml}: what the numbers of a message mean. A number that is
 * not there is unknown, and an officer looks at it.
 */
final class CodeLists {

	private final Map<?, ?> lists;

	private final Map<String, String> municipalities = new HashMap<>();

	/**
	 * Reads one of them.
	 * @param config the folder {@code config}
	 * @param name {@code dcx} or {@code dcr}
	 * @throws IllegalStateException naming the file at fault
	 */
	CodeLists(Path config, String name) {
		Path file = config.resolve("michibiki").resolve(name + ".yaml");
		try (Reader reader = Files.newBufferedReader(file)) {
			this.lists = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
		}
		catch (IOException | ClassCastException ex) {
			throw new IllegalStateException(file + ": cannot be read: " + ex.getMessage(), ex);
		}
		CodeTable.read(config.resolve("areas/municipalities.csv"))
			.forEach((row) -> this.municipalities.put(row.getOrDefault("jis", ""), row.getOrDefault("name", "")));
	}

	/** A word of a list of words; empty for an unknown number. */
	Optional<String> word(String list, int number) {
		return Optional.ofNullable(map(list).get(number)).map(Object::toString);
	}

	/** A field of an entry; empty for an unknown number, or an entry without it. */
	Optional<String> field(String list, int number, String field) {
		return (map(list).get(number) instanceof Map<?, ?> entry)
				? Optional.ofNullable(entry.get(field)).map(Object::toString) : Optional.empty();
	}

	/** A list within an entry. */
	List<String> fields(String list, int number, String field) {
		return (map(list).get(number) instanceof Map<?, ?> entry && entry.get(field) instanceof List<?> values)
				? values.stream().map(Object::toString).toList() : List.of();
	}

	/** A single value. */
	String value(String name) {
		return String.valueOf(this.lists.get(name));
	}

	/** A list of words without numbers. */
	List<String> words(String name) {
		return (this.lists.get(name) instanceof List<?> words) ? words.stream().map(Object::toString).toList()
				: List.of();
	}

	/** A municipality's name by JIS X 0402. */
	Optional<String> municipality(String jis) {
		return Optional.ofNullable(this.municipalities.get(jis));
	}

	private Map<?, ?> map(String list) {
		return (this.lists.get(list) instanceof Map<?, ?> map) ? map : Map.of();
	}

}
