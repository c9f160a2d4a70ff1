package jp.kodama.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is shown of a recipient of whom several things were said: one table,
 * {@code evidence.csv}, with a reason for every pair. The order in which they were said,
 * how often, and what is missing in between make no difference.
 */
final class EvidenceLadder {

	private static final Map<Evidence, Map<Evidence, Evidence>> TABLE = read("evidence.csv");

	private EvidenceLadder() {
	}

	/** What two pieces of evidence show together; always one of the two. */
	static Evidence shown(Evidence known, Evidence said) {
		return (known == said) ? known : Objects.requireNonNull(TABLE.getOrDefault(known, Map.of()).get(said),
				() -> "evidence.csv says nothing of " + known + " and " + said);
	}

	private static Map<Evidence, Map<Evidence, Evidence>> read(String name) {
		Map<Evidence, Map<Evidence, Evidence>> table = new EnumMap<>(Evidence.class);
		lines(name).lines().filter((line) -> !line.startsWith("#")).skip(1).forEach((line) -> {
			String[] fields = line.split(",", 4);
			Evidence one = Evidence.valueOf(fields[0]);
			Evidence other = Evidence.valueOf(fields[1]);
			Evidence shown = Evidence.valueOf(fields[2]);
			table.computeIfAbsent(one, (key) -> new EnumMap<>(Evidence.class)).put(other, shown);
			table.computeIfAbsent(other, (key) -> new EnumMap<>(Evidence.class)).put(one, shown);
		});
		return table;
	}

	private static String lines(String name) {
		try (InputStream file = Objects.requireNonNull(EvidenceLadder.class.getResourceAsStream(name), name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
