package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.kodama.alert.MsgType;
import jp.kodama.audience.Municipalities;
import jp.kodama.audience.Municipality;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Policy;
import jp.kodama.policy.verdict.Verdict;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A second reading of the telegrams that matter most, by XPath and by the code tables as
 * 気象庁 prints them, decides kind and level for each town that a telegram names. Both
 * readings must agree on every file.
 */
class IndependentReadingTests {

	private static final Path DATA = Path.of("../shared/data/jma-xml");

	private static final List<String> PILOT = List.of("17461", "17204", "17207", "17384", "32526");

	/** {@code 33 → {AUTO, 5}}, from the tables under shared/data, not from config. */
	private final Map<String, String[]> weather = new HashMap<>();

	private static final Map<String, String> TSUNAMI = Map.of("53", "AUTO", "52", "AUTO", "51", "AUTO", "62", "AUTO");

	private static final Map<String, String> RIVER = Map.of("51", "AUTO,5", "53", "AUTO,5", "40", "AUTO,4", "41",
			"AUTO,4", "30", "HOLD,3");

	private final Municipalities municipalities = Municipalities.load(Path.of("config/areas"));

	private final Policy tables = Telegrams.policy("17461");

	private final Map<String, Policy> policies = new HashMap<>();

	private int compared;

	@Test
	void bothReadingsAgreeOnEveryFileForEveryTownItNames() throws Exception {
		assumeTrue(Files.isDirectory(DATA), "real telegrams are not part of the repository: " + DATA);
		printedTable();
		for (Path file : files()) {
			XPathReading reading = new XPathReading(file);
			if (reading.withdraws()) {
				continue;
			}
			Set<String> towns = new TreeSet<>(PILOT);
			towns.addAll(List.of("13401", "26202", "20201", "44201"));
			towns.addAll(reading.municipalities());
			Bulletin bulletin = Bulletins.read(Files.readAllBytes(file));
			for (String jis : towns) {
				compare(file, bulletin, reading, jis);
			}
		}
		assertThat(this.compared).as("towns × telegrams in which the second reading found something")
			.isGreaterThan(2000);
	}

	private void compare(Path file, Bulletin bulletin, XPathReading reading, String jis) throws Exception {
		Policy policy = policy(jis);
		if (policy == null) {
			return;
		}
		Municipality town = policy.municipality();
		Read read = read(reading, town.codes());
		if (read == null) {
			return;
		}
		Decision decision = policy.decide(bulletin, bulletin.issue().reported());
		String what = file.getFileName() + " " + town.name() + ": " + decision.reason();
		Set<String> codes = decision.kinds()
			.stream()
			.map(Decision.Rated::code)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> all = new TreeSet<>(read.inForce());
		all.addAll(read.over());
		all.remove("00");
		codes.remove("00");
		assertThat(codes).as("kinds of " + what).isEqualTo(all);
		List<Part> told = decision.parts().stream().filter((part) -> part.msgType() != MsgType.Cancel).toList();
		for (Verdict verdict : List.of(Verdict.AUTO, Verdict.HOLD)) {
			boolean expected = read.inForce().stream().anyMatch((code) -> read.action(code).startsWith(verdict.name()));
			assertThat(told.stream().anyMatch((part) -> part.verdict() == verdict)).as(verdict + " of " + what)
				.isEqualTo(expected);
		}
		int level = told.stream()
			.flatMap((part) -> part.kinds().stream())
			.mapToInt((kind) -> (kind.level() != null) ? kind.level() : 0)
			.max()
			.orElse(0);
		assertThat(level).as("level of " + what).isEqualTo(read.level());
		this.compared += all.isEmpty() ? 0 : 1;
	}

	private @org.jspecify.annotations.Nullable Read read(XPathReading reading, Map<String, List<String>> codes)
			throws Exception {
		List<String> city = codes.getOrDefault("気象・地震・火山情報／市町村等", List.of());
		String title = reading.title();
		if (title.startsWith("津波警報・注意報・予報")) {
			List<String> coast = codes.get("津波予報区");
			return (coast == null) ? null : new Read(without(reading.tsunami(coast), "00"), Set.of(),
					(code) -> TSUNAMI.getOrDefault(code, "-"));
		}
		if (title.equals("緊急地震速報（警報）")) {
			List<String> area = codes.get("地震情報／細分区域");
			return (area == null) ? null : new Read(reading.earthquakeEarlyWarning(area), Set.of(),
					(code) -> code.startsWith("1") ? "AUTO" : "-");
		}
		if (title.equals("震源・震度に関する情報")) {
			return new Read(reading.intensity(city), Set.of(), (code) -> "HOLD");
		}
		if (title.equals("指定河川洪水予報")) {
			return new Read(reading.river(city), Set.of(), (code) -> RIVER.getOrDefault(code, "-"));
		}
		if (title.startsWith("気象警報・注意報（") || title.startsWith("気象特別警報・警報・注意報")) {
			return new Read(reading.weather(city, false), reading.weather(city, true), this::printed);
		}
		return null;
	}

	private String printed(String code) {
		String[] row = java.util.Objects.requireNonNull(this.weather.get(code), code + " is not in the printed table");
		return row[0].split("[_(]")[0] + (row[1].matches("[1-5]") ? "," + row[1] : "");
	}

	private void printedTable() throws IOException {
		for (String line : Files.readAllLines(DATA.resolve("jma-weather-kind-codes.csv"))) {
			String[] fields = line.replaceAll("\"[^\"]*\"", "-").split(",");
			this.weather.put(fields[0], new String[] { fields[4], fields[2] });
		}
	}

	private @org.jspecify.annotations.Nullable Policy policy(String jis) {
		return this.policies.computeIfAbsent(jis, (code) -> {
			try {
				return this.tables.of(this.municipalities.find(code));
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		});
	}

	private static Set<String> without(Set<String> codes, String none) {
		codes.remove(none);
		return codes;
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> all = Files.walk(DATA)) {
			return all.filter((file) -> file.toString().endsWith(".xml")).sorted().toList();
		}
	}

	/**
	 * What the second reading found.
	 *
	 * @param inForce codes
	 * @param over codes that it lifts
	 * @param table code → action, level
	 */
	private record Read(Set<String> inForce, Set<String> over, java.util.function.UnaryOperator<String> table) {

		String action(String code) {
			return this.table.apply(code);
		}

		/** Of what is told. */
		int level() {
			return this.inForce.stream()
				.map(this.table)
				.filter((row) -> row.startsWith("AUTO,") || row.startsWith("HOLD,"))
				.mapToInt((row) -> Integer.parseInt(row.substring(5)))
				.max()
				.orElse(0);
		}

	}

}
