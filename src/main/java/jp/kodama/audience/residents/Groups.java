package jp.kodama.audience.residents;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The groups residents may belong to: {@code config/audience/groups.yaml}. */
public final class Groups {

	private final List<Group> all;

	private Groups(List<Group> all) {
		this.all = List.copyOf(all);
	}

	/**
	 * Reads them; none if there is no such file.
	 * @throws IllegalStateException naming the file at fault
	 */
	public static Groups load(Path config) {
		Path file = config.resolve("audience/groups.yaml");
		if (!Files.exists(file)) {
			return new Groups(List.of());
		}
		try (Reader reader = Files.newBufferedReader(file)) {
			Map<String, List<Map<String, String>>> yaml = new Yaml(new SafeConstructor(new LoaderOptions()))
				.load(reader);
			List<Group> all = new ArrayList<>();
			for (Map<String, String> row : yaml.getOrDefault("groups", List.of())) {
				all.add(new Group(row.getOrDefault("id", ""), row.getOrDefault("ja", ""), row.getOrDefault("en", "")));
			}
			return new Groups(all);
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalStateException(file + ": groups need id, ja and en: " + ex.getMessage(), ex);
		}
	}

	/** All, as the file orders them. */
	public List<Group> all() {
		return this.all;
	}

	/** The one called so, by its id or in either language. */
	public Optional<Group> named(String name) {
		return this.all.stream()
			.filter((one) -> one.id.equals(name) || one.ja.equals(name) || one.en.equalsIgnoreCase(name))
			.findFirst();
	}

	/** What officers call it; the id itself if the file no longer knows it. */
	public String japanese(String id) {
		return named(id).map(Group::ja).orElse(id);
	}

	/**
	 * A group.
	 *
	 * @param id never changes
	 * @param ja as officers call it
	 * @param en the same in English
	 */
	public record Group(String id, String ja, String en) {

		public Group {
			if (id.isBlank() || ja.isBlank() || en.isBlank()) {
				throw new IllegalArgumentException("id, ja or en is missing");
			}
		}

	}

}
