package jp.kodama.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jp.kodama.delivery.Evidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that was ever sent to somebody, and how it is known. */
@Component
public class ResidentEvidence {

	private final JdbcClient jdbc;

	ResidentEvidence(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The evidence about an address, newest first.
	 * @param recipient its number
	 * @param since earlier, it was somebody else's
	 */
	public List<Line> of(long recipient, Instant since, int most) {
		return this.jdbc.sql("""
				SELECT * FROM receipt WHERE recipient = ? AND at >= ? ORDER BY number DESC LIMIT ?""")
			.params(recipient, since.toEpochMilli(), most)
			.query((row, number) -> new Line(row.getLong("number"), row.getString("alert"), row.getString("channel"),
					Evidence.valueOf(row.getString("evidence")),
					(row.getString("provider_id") + " " + row.getString("detail")).strip(),
					Instant.ofEpochMilli(row.getLong("at"))))
			.list();
	}

	/** The same of several addresses together. */
	public List<Line> of(List<Since> addresses, int most) {
		List<Line> all = new ArrayList<>();
		addresses.forEach((one) -> all.addAll(of(one.recipient, one.since, most)));
		return all.stream().sorted(Comparator.comparing(Line::number).reversed()).limit(most).toList();
	}

	/**
	 * An address and since when it counts.
	 *
	 * @param recipient its number
	 * @param since since when it is theirs
	 */
	public record Since(long recipient, Instant since) {
	}

	/**
	 * One piece of evidence.
	 *
	 * @param number its place; divided by 100,000, the audit row that vouches for it
	 * @param alert what was sent
	 * @param channel how
	 * @param evidence what is known
	 * @param detail the provider's number and words
	 * @param at since when
	 */
	public record Line(long number, String alert, String channel, Evidence evidence, String detail, Instant at) {

		/** The audit row that vouches for it. */
		public long row() {
			return this.number / 100_000;
		}

	}

}
