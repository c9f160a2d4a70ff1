package jp.kodama.intake.feed;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The entries of feeds: which wait to be fetched, which were taken in or given up. */
@Component
class EntryTable {

	/** Others want to write, too. */
	private static final int CHUNK = 200;

	private static final int TAKEN = 1;

	private static final int GIVEN_UP = 2;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	EntryTable(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/** The ids of the entries that were seen, of those issued since. */
	Set<String> known(String source, Instant since) {
		return new HashSet<>(this.jdbc.sql("SELECT entry FROM feed_entry WHERE source = :source AND updated >= :since")
			.param("source", source)
			.param("since", since.toEpochMilli())
			.query(String.class)
			.list());
	}

	/** Writes down what is to be fetched. */
	void add(String source, List<Entry> entries, Instant now) {
		for (int from = 0; from < entries.size(); from += CHUNK) {
			List<Entry> chunk = entries.subList(from, Math.min(from + CHUNK, entries.size()));
			this.transactions.executeWithoutResult((tx) -> chunk.forEach((entry) -> insert(source, entry, now, 0)));
		}
	}

	/** What waits and may be tried, in the order of issue. */
	List<Waiting> waiting(String source, Instant now) {
		return this.jdbc
			.sql("""
					SELECT entry, updated, link, tries FROM feed_entry WHERE source = :source AND state = 0 AND next_at <= :now
					ORDER BY updated, entry""")
			.param("source", source)
			.param("now", now.toEpochMilli())
			.query((row,
					number) -> new Waiting(new Entry(row.getString("entry"),
							Instant.ofEpochMilli(row.getLong("updated")), row.getString("link"), new byte[0]),
							row.getInt("tries")))
			.list();
	}

	/** Their telegrams were taken in. */
	void taken(String source, List<Entry> entries, Instant now) {
		this.transactions.executeWithoutResult((tx) -> entries.forEach((entry) -> {
			insert(source, entry, now, TAKEN);
			state(source, entry.id(), TAKEN, now);
		}));
	}

	/** Its telegram cannot be had: not now, or never. */
	void failed(String source, String entry, Instant next, boolean giveUp) {
		this.transactions.executeWithoutResult((tx) -> state(source, entry, giveUp ? GIVEN_UP : 0, next));
	}

	/** Forgets what was seen long ago. */
	void forget(Instant before) {
		this.transactions.executeWithoutResult(
				(tx) -> this.jdbc.sql("DELETE FROM feed_entry WHERE seen < ?").param(before.toEpochMilli()).update());
	}

	private void insert(String source, Entry entry, Instant now, int state) {
		this.jdbc.sql("""
				INSERT INTO feed_entry (source, entry, updated, seen, link, state, tries, next_at)
				VALUES (:source, :entry, :updated, :now, :link, :state, 0, 0) ON CONFLICT DO NOTHING""")
			.param("source", source)
			.param("entry", entry.id())
			.param("updated", entry.updated().toEpochMilli())
			.param("now", now.toEpochMilli())
			.param("link", entry.link())
			.param("state", state)
			.update();
	}

	private void state(String source, String entry, int state, Instant next) {
		this.jdbc.sql("""
				UPDATE feed_entry SET state = :state, tries = tries + 1, next_at = :next
				WHERE source = :source AND entry = :entry""")
			.param("state", state)
			.param("next", next.toEpochMilli())
			.param("source", source)
			.param("entry", entry)
			.update();
	}

	/**
	 * An entry that waits.
	 *
	 * @param entry which
	 * @param tries how often it was tried
	 */
	record Waiting(Entry entry, int tries) {
	}

}
