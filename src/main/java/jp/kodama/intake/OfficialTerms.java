package jp.kodama.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.kodama.audience.CodeTable;
import jp.kodama.policy.Decision.Part;
import tools.jackson.databind.json.JsonMapper;

/**
 * 気象庁's own words for its warnings in languages other than Japanese and English, from
 * {@code config/multilingual}. There are words, no sentences, and none is made up.
 */
final class OfficialTerms {

	/** Known by no other language than Japanese and English. */
	static final OfficialTerms NONE = new OfficialTerms(new Table(Map.of(), Map.of()), List.of());

	private final Table table;

	private final Map<String, Map<String, String>> hazards = new HashMap<>();

	private OfficialTerms(Table table, List<Map<String, String>> hazards) {
		this.table = table;
		hazards.forEach((row) -> this.hazards.put(row.getOrDefault("hazard", ""), row));
	}

	/**
	 * Reads {@code terms.json} and {@code hazards.csv}.
	 * @return {@link #NONE} if there is no such folder
	 * @throws IllegalStateException naming the file, if a term is missing
	 */
	static OfficialTerms load(Path folder) {
		if (!Files.isDirectory(folder)) {
			return NONE;
		}
		try {
			Table table = JsonMapper.builder()
				.build()
				.readValue(Files.readString(folder.resolve("terms.json")), Table.class);
			OfficialTerms terms = new OfficialTerms(table, CodeTable.read(folder.resolve("hazards.csv")));
			terms.check(folder);
			return terms;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether there are words in a language. */
	boolean speak(String language) {
		return this.table.languages().containsKey(language);
	}

	/** The languages, as CAP names them. */
	Set<String> languages() {
		return this.table.languages().keySet();
	}

	/**
	 * What a part of a decision is called, its alert level first; empty if nobody says.
	 */
	String name(Part part, String language) {
		Map<String, String> row = this.hazards.get(part.hazard().id());
		if (row == null) {
			return "";
		}
		String level = row.getOrDefault("level", "");
		return Stream
			.of(level.isEmpty() ? "" : term("警戒レベル" + level, language), term(row.getOrDefault("term", ""), language))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.joining(": "));
	}

	/** One word; empty if it is not in the table. */
	String term(String japanese, String language) {
		return this.table.terms().getOrDefault(japanese, Map.of()).getOrDefault(language, "");
	}

	private void check(Path folder) {
		this.hazards.forEach((hazard, row) -> {
			String level = row.getOrDefault("level", "");
			for (String language : languages()) {
				if (term(row.getOrDefault("term", ""), language).isEmpty()
						|| (!level.isEmpty() && term("警戒レベル" + level, language).isEmpty())) {
					throw new IllegalStateException(
							folder.resolve("hazards.csv") + ": " + hazard + ": terms.json has no word in " + language);
				}
			}
		});
	}

	/**
	 * {@code terms.json}.
	 *
	 * @param languages the name of each language in itself
	 * @param terms by the Japanese word and the language
	 */
	private record Table(Map<String, String> languages, Map<String, Map<String, String>> terms) {
	}

}
