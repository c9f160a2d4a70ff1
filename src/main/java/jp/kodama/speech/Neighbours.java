package jp.kodama.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jp.kodama.audience.CodeTable;
import jp.kodama.audience.Municipality;

/**
 * The municipalities of a town's prefecture, as {@code config/areas/municipalities.csv}
 * has them: warnings and officers name them, and areas are called after them. Each by its
 * name and without 市, 町 or 村.
 */
final class Neighbours {

	private static final String KINDS = "[市町村区]$";

	private static final String KINDS_SAID = "(シ|マチ|チョウ|ムラ|ソン|ク)$";

	private Neighbours() {
	}

	/** None where that file is missing. */
	static List<Term> of(Municipality town, Path areas) {
		Path file = areas.resolve("municipalities.csv");
		List<Term> terms = new ArrayList<>();
		if (Files.exists(file)) {
			CodeTable.read(file)
				.stream()
				.filter((row) -> Objects.requireNonNull(row.get("jis")).startsWith(town.jis().substring(0, 2)))
				.forEach((row) -> add(terms, SpokenJapanese.folded(Objects.requireNonNull(row.get("name"))),
						SpokenJapanese.katakana(Objects.requireNonNull(row.get("kana")))));
		}
		return terms;
	}

	private static void add(List<Term> terms, String name, String kana) {
		terms.add(new Term(name, kana, Term.Kind.REGION));
		String stem = name.replaceFirst(KINDS, "");
		// One letter alone is a word as well: 津, 堺.
		if (stem.length() > 1) {
			terms.add(new Term(stem, kana.replaceFirst(KINDS_SAID, ""), Term.Kind.REGION));
		}
	}

}
