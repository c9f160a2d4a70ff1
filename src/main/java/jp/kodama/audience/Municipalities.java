package jp.kodama.audience;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The municipalities of Japan, from {@code config/areas/municipalities.csv}; the
 * districts of one from {@code config/areas/<jis>.yaml} where that file is there.
 */
public final class Municipalities {

	/** Code system: the names of the 府県予報区 that a municipality belongs to. */
	public static final String OFFICE_NAME = "府県予報区名";

	/** Code system: the observatory (気象台) that writes telegrams for a municipality. */
	public static final String OBSERVATORY = "気象台名";

	/**
	 * Behind a code system's name: codes that may be those of a municipality. Behind a
	 * code in the table: such a code.
	 */
	public static final String PERHAPS = "?";

	private final Path areas;

	private final Map<String, Map<String, String>> rows = new HashMap<>();

	private Municipalities(Path areas) {
		this.areas = areas;
		CodeTable.read(areas.resolve("municipalities.csv")).forEach((row) -> this.rows.put(row.get("jis"), row));
	}

	/**
	 * Reads the list.
	 * @param areas {@code config/areas}
	 * @throws IllegalStateException naming the file and line at fault
	 */
	public static Municipalities load(Path areas) {
		return new Municipalities(areas);
	}

	/**
	 * One municipality, with its codes by code system (気象庁防災情報XML {@code codeType}). A
	 * system it has no code of is known as an empty list; one that nobody filled in is
	 * absent, with {@link #PERHAPS} behind its name where it is one of a few.
	 * @param jis five digits
	 * @throws IllegalArgumentException if there is none of that code
	 */
	public Municipality find(String jis) {
		Map<String, String> row = this.rows.get(jis);
		if (row == null) {
			throw new IllegalArgumentException("市町村コード " + jis + " は " + this.areas.resolve("municipalities.csv")
					+ " にありません / no municipality of code " + jis);
		}
		return new Municipality(jis, field(row, "name"), field(row, "kana"), field(row, "english"), codes(row),
				districts(this.areas.resolve(jis + ".yaml")));
	}

	private Map<String, List<String>> codes(Map<String, String> row) {
		Map<String, List<String>> codes = new HashMap<>();
		for (Map<String, String> system : CodeTable.read(this.areas.resolve("code-systems.csv"))) {
			if (!field(system, "column").isEmpty()) {
				put(codes, field(system, "system"), field(row, field(system, "column")), " ");
			}
		}
		put(codes, OFFICE_NAME, field(row, "office_name"), "/");
		put(codes, OBSERVATORY, field(row, "observatory"), "/");
		return codes;
	}

	private static void put(Map<String, List<String>> codes, String system, String field, String separator) {
		if (field.isEmpty()) {
			return;
		}
		List<String> all = field.equals("-") ? List.of() : Arrays.asList(field.split(separator));
		List<String> perhaps = all.stream().filter((code) -> code.endsWith(PERHAPS)).toList();
		if (perhaps.isEmpty()) {
			codes.put(system, all);
			return;
		}
		codes.put(system + PERHAPS, perhaps.stream().map((code) -> code.replace(PERHAPS, "")).toList());
	}

	private static String field(Map<String, String> row, String column) {
		String field = row.get(column);
		if (field == null) {
			throw new IllegalStateException("municipalities.csv: no column " + column);
		}
		return field;
	}

	@SuppressWarnings("unchecked")
	private static List<Municipality.District> districts(Path file) {
		if (!Files.exists(file)) {
			return List.of();
		}
		try (Reader reader = Files.newBufferedReader(file)) {
			Map<String, List<Map<String, String>>> yaml = new Yaml(new SafeConstructor(new LoaderOptions()))
				.load(reader);
			return yaml.getOrDefault("districts", List.of())
				.stream()
				.map((row) -> new Municipality.District(field(row, "name"), field(row, "kana"), field(row, "english")))
				.toList();
		}
		catch (IOException | ClassCastException | IllegalStateException ex) {
			throw new IllegalStateException(file + ": districts need name, kana and english: " + ex.getMessage(), ex);
		}
	}

}
