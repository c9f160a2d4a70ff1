package jp.kodama.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/** Named rows of named numbers. */
public final class Figures {

	private final Map<String, Map<String, Double>> rows = new LinkedHashMap<>();

	/** Adds one number. */
	public Figures with(String row, String column, double value) {
		this.rows.computeIfAbsent(row, (name) -> new LinkedHashMap<>()).put(column, value);
		return this;
	}

	/** Adds how many there are, and p50, p99 and max in milliseconds. */
	public Figures withTimes(String row, Collection<Long> nanos) {
		long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
		Arrays.sort(sorted);
		with(row, "n", sorted.length);
		if (sorted.length > 0) {
			with(row, "p50 ms", sorted[sorted.length / 2] / 1e6);
			with(row, "p99 ms", sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(sorted.length * 0.99))] / 1e6);
			with(row, "max ms", sorted[sorted.length - 1] / 1e6);
		}
		return this;
	}

	/** One number. */
	public double get(String row, String column) {
		return Objects.requireNonNull(this.rows.getOrDefault(row, Map.of()).get(column), row + ": " + column);
	}

	String table() {
		StringBuilder table = new StringBuilder();
		this.rows.forEach((row, numbers) -> {
			table.append(String.format(Locale.ROOT, "%-34s", row));
			numbers.forEach((name, value) -> table.append(String.format(Locale.ROOT, "  %s %.2f", name, value)));
			table.append('\n');
		});
		return table.toString();
	}

	String json() {
		return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this.rows);
	}

}
