package jp.kodama.channel.radio;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines' rows. Write inside a transaction. */
@Component
class LeaseTable {

	private final JdbcClient jdbc;

	LeaseTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if another node has the line, or something better waits for it. */
	boolean take(String line, String node, int rank, Instant now, Instant until) {
		this.jdbc.sql("""
				INSERT INTO air_lease (line, node, until, wanted, wanted_until) VALUES (?, '', 0, 0, 0)
				ON CONFLICT DO NOTHING""").param(line).update();
		return this.jdbc.sql("""
				UPDATE air_lease SET node = :node, until = :until,
				wanted_until = CASE WHEN wanted >= :rank THEN 0 ELSE wanted_until END
				WHERE line = :way AND (node = :node OR until <= :now) AND (wanted_until <= :now OR wanted >= :rank)""")
			.param("node", node)
			.param("until", until.toEpochMilli())
			.param("rank", rank)
			.param("way", line)
			.param("now", now.toEpochMilli())
			.update() == 1;
	}

	/** Somebody waits; a better one who does is not forgotten. */
	void want(String line, int rank, Instant now, Instant until) {
		this.jdbc.sql("""
				UPDATE air_lease SET wanted = :rank, wanted_until = :until
				WHERE line = :way AND (wanted_until <= :now OR wanted >= :rank)""")
			.param("rank", rank)
			.param("until", until.toEpochMilli())
			.param("way", line)
			.param("now", now.toEpochMilli())
			.update();
	}

	/** The best rank that waits. */
	int wanted(String line, Instant now) {
		return this.jdbc.sql("SELECT wanted FROM air_lease WHERE line = ? AND wanted_until > ?")
			.params(line, now.toEpochMilli())
			.query(Integer.class)
			.optional()
			.orElse(Integer.MAX_VALUE);
	}

	/** The node lives. */
	void renew(String line, String node, Instant until) {
		this.jdbc.sql("UPDATE air_lease SET until = ? WHERE line = ? AND node = ?")
			.params(until.toEpochMilli(), line, node)
			.update();
	}

	/** The node is through: a renewal of it that comes late finds nothing. */
	void leave(String line, String node) {
		this.jdbc.sql("UPDATE air_lease SET node = '', until = 0 WHERE line = ? AND node = ?")
			.params(line, node)
			.update();
	}

}
