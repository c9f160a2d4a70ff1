package jp.kodama.speech;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What officers of one municipality changed. Write inside a transaction. */
class ReadingTable {

	private final JdbcClient jdbc;

	private final String town;

	ReadingTable(JdbcClient jdbc, String town) {
		this.jdbc = jdbc;
		this.town = town;
	}

	List<Change> all() {
		return this.jdbc.sql("SELECT * FROM reading WHERE town = ? ORDER BY written")
			.param(this.town)
			.query((row, number) -> new Change(row.getString("written"), row.getString("reading"),
					row.getString("teller"), Instant.ofEpochMilli(row.getLong("at"))))
			.list();
	}

	/** When the latest change was made; 0 before the first. */
	long latest() {
		return this.jdbc.sql("SELECT COALESCE(MAX(at), 0) FROM reading WHERE town = ?")
			.param(this.town)
			.query(Long.class)
			.single();
	}

	void put(Change change) {
		this.jdbc.sql("""
				INSERT INTO reading (town, written, reading, teller, at) VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (town, written) DO UPDATE SET reading = excluded.reading, teller = excluded.teller,
				at = excluded.at""")
			.params(this.town, change.written(), change.reading(), change.by(), change.at().toEpochMilli())
			.update();
	}

	/**
	 * A row.
	 *
	 * @param written the word
	 * @param reading empty: the word is taken out
	 * @param by who did it
	 * @param at when
	 */
	record Change(String written, String reading, String by, Instant at) {
	}

}
