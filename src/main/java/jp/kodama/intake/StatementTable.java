package jp.kodama.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jp.kodama.policy.Decision.Rated;
import jp.kodama.policy.verdict.Verdict;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of each incident, by who said it. Write inside a transaction. */
@Component
class StatementTable {

	private final JdbcClient jdbc;

	StatementTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All that is known of an incident, drills apart. */
	List<Statement> of(String incident, boolean rehearsal) {
		return this.jdbc.sql("SELECT * FROM statement WHERE incident = ? AND rehearsal = ? ORDER BY family, telegram")
			.params(incident, rehearsal ? 1 : 0)
			.query((row, number) -> new Statement(row.getString("family"), row.getString("telegram"),
					row.getString("hazard"), Verdict.valueOf(row.getString("verdict")), kinds(row.getString("kinds")),
					Instant.ofEpochMilli(row.getLong("reported"))))
			.list();
	}

	/** Takes the place of what the same kind of telegram said before. */
	void put(String incident, boolean rehearsal, Statement statement) {
		this.jdbc.sql("""
				INSERT INTO statement (incident, rehearsal, family, telegram, hazard, verdict, kinds, reported)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (incident, rehearsal, family, telegram) DO UPDATE SET
				hazard = excluded.hazard, verdict = excluded.verdict, kinds = excluded.kinds,
				reported = excluded.reported""")
			.params(incident, rehearsal ? 1 : 0, statement.family(), statement.telegram(), statement.hazard(),
					statement.verdict().name(), text(statement.kinds()), statement.reported().toEpochMilli())
			.update();
	}

	private static String text(List<Rated> kinds) {
		return kinds.stream()
			.map((kind) -> plain(kind.code()) + "\t" + plain(kind.name()) + "\t"
					+ ((kind.level() != null) ? kind.level() : ""))
			.collect(Collectors.joining("\n"));
	}

	private static String plain(String text) {
		return text.replaceAll("\\s+", " ");
	}

	private static List<Rated> kinds(String text) {
		return Arrays.stream(text.split("\n")).filter((line) -> !line.isEmpty()).map(StatementTable::kind).toList();
	}

	private static Rated kind(String line) {
		String[] fields = line.split("\t", -1);
		return new Rated(fields[0], fields[1], fields[2].isEmpty() ? null : Integer.valueOf(fields[2]));
	}

}
