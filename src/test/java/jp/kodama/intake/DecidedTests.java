package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.kodama.alert.MsgType;
import jp.kodama.audience.CodeTable;
import jp.kodama.audience.Municipalities;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What every file of the collection leads to in the five towns stands in
 * {@code docs/decided.md}; {@code -Dkodama.golden=write} writes it anew. Whatever airs is
 * justified by a row of the code table.
 */
class DecidedTests {

	private static final Path DATA = Path.of("../shared/data");

	private static final Path TABLE = Path.of("docs/decided.md");

	private static final List<String> TOWNS = List.of("17461", "17204", "17207", "17384", "32526");

	private static final String HEAD = """
			# What each telegram leads to

			Every file of the collection of telegrams and CAP messages, decided for 穴水町 (17461), 輪島市 (17204), 羽咋市 (17207),
			志賀町 (17384) and 西ノ島町 (32526) as if received when it was issued. *Named* is a municipality that the telegram does
			name, where none of the five is. *Why* names the row of `config/policy/kinds.csv` that lets it air. Written by
			`./kodama test -Dtest=DecidedTests -Dkodama.golden=write`; the test holds it against the code.

			| file | telegram | five towns | named | why |
			|---|---|---|---|---|
			""";

	private final Municipalities municipalities = Municipalities.load(Path.of("config/areas"));

	private final Policy tables = Telegrams.policy("17461");

	private final Map<String, Explainer> explainers = new LinkedHashMap<>();

	private final List<Map<String, String>> kinds = CodeTable.read(Path.of("config/policy/kinds.csv"));

	@Test
	void theTableSaysWhatIsDecidedAndWhy() throws IOException {
		assumeTrue(Files.isDirectory(DATA), "the collection is not part of the repository: " + DATA);
		StringBuilder table = new StringBuilder(HEAD);
		for (String folder : List.of("cap", "jalert", "jma-atom", "jma-xml")) {
			for (Path file : files(DATA.resolve(folder))) {
				table.append(row(file)).append('\n');
			}
		}
		if ("write".equals(System.getProperty("kodama.golden"))) {
			Files.writeString(TABLE, table);
		}
		assertThat(Files.readString(TABLE)).isEqualTo(table.toString());
	}

	private String row(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		Map<String, Set<String>> byDecision = new LinkedHashMap<>();
		Set<String> why = new LinkedHashSet<>();
		Explanation any = explain("17461", file, bytes);
		for (String jis : TOWNS) {
			Explanation explanation = explain(jis, file, bytes);
			assertThat(explanation.decision().reason()).as(file + " " + jis).isNotBlank();
			byDecision.computeIfAbsent(decision(explanation.decision()), (key) -> new LinkedHashSet<>())
				.add(this.municipalities.find(jis).name());
			why.addAll(justified(file, explanation.decision()));
		}
		String towns = (byDecision.size() == 1) ? byDecision.keySet().iterator().next()
				: byDecision.entrySet()
					.stream()
					.map((one) -> String.join("・", one.getValue()) + " " + one.getKey())
					.collect(Collectors.joining("; "));
		String named = named(file, bytes, any, why);
		if (why.isEmpty()) {
			why.add(any.decision().reason().replaceAll("^(.*?)(?:。| / ).*$", "$1").replaceAll("\\s+", " "));
		}
		return "| " + DATA.relativize(file) + " | " + any.decision().telegram() + " | " + towns + " | " + named + " | "
				+ String.join("; ", why).replace("|", "\\|") + " |";
	}

	/** What a telegram that names none of the five leads to where it names somebody. */
	private String named(Path file, byte[] bytes, Explanation any, Set<String> why) {
		Bulletin bulletin = any.bulletin();
		if (bulletin == null || !why.isEmpty()) {
			return "";
		}
		Set<String> named = new LinkedHashSet<>();
		for (Bulletin.Notice notice : bulletin.notices()) {
			String code = notice.place().code();
			if (code.length() == 7 && !notice.kind().none() && named.size() < 60) {
				named.add(code.substring(0, 5));
			}
		}
		String strongest = "";
		Verdict verdict = Verdict.IGNORE;
		for (String jis : named) {
			if (!TOWNS.contains(jis) && known(jis)) {
				Decision decision = explain(jis, file, bytes).decision();
				if (decision.verdict().compareTo(verdict) > 0) {
					verdict = decision.verdict();
					strongest = this.municipalities.find(jis).name() + " " + decision(decision);
					why.addAll(justified(file, decision));
				}
			}
		}
		return strongest;
	}

	/** Every part that airs has its row. */
	private List<String> justified(Path file, Decision decision) {
		List<String> rows = new ArrayList<>();
		for (Part part : decision.parts()) {
			if (part.verdict() != Verdict.AUTO || part.msgType() == MsgType.Cancel) {
				continue;
			}
			for (Decision.Rated kind : part.kinds()) {
				Map<String, String> row = this.kinds.stream()
					.filter((one) -> List.of(one.getOrDefault("telegrams", "").split(" "))
						.contains(decision.telegram()))
					.filter((one) -> one.getOrDefault("code", "").split("/")[0].equals(kind.code())
							|| one.getOrDefault("code", "").equals("*"))
					.filter((one) -> part.hazard().id().equals(one.get("hazard")))
					.findFirst()
					.orElseThrow(() -> new AssertionError(file + ": no row airs " + decision.telegram() + "/" + kind));
				assertThat(row).as(file.toString()).containsEntry("action", "AUTO");
				rows.add(decision.telegram() + "," + row.get("code") + "," + row.get("name") + " → AUTO");
			}
		}
		return rows.stream().distinct().toList();
	}

	private Explanation explain(String jis, Path file, byte[] bytes) {
		return this.explainers
			.computeIfAbsent(jis,
					(code) -> new Explainer(this.tables.of(this.municipalities.find(code)), (verdict) -> List.of(),
							Telegrams.READER))
			.explain(file.toString(), bytes, null);
	}

	private boolean known(String jis) {
		try {
			return !this.municipalities.find(jis).name().isEmpty();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static String decision(Decision decision) {
		return decision.verdict() + decision.main()
			.filter((part) -> part.msgType() != MsgType.Alert)
			.map((part) -> " " + part.msgType())
			.orElse("");
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile)
				.filter((file) -> !file.toString().matches(".*\\.(csv|txt|xsd|json)"))
				.sorted()
				.toList();
		}
	}

}
