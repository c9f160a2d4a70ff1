package jp.kodama.audience.residents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Writes residents' addresses, and decides in one place whether each may be written to.
 * Call inside a transaction.
 */
final class AddressTable {

	/**
	 * An address that nobody is known to have is one that somebody entered by hand: it
	 * needs no consent.
	 */
	private static final String DECIDE = """
			UPDATE recipient SET reachable = CASE
				WHEN gone = 1 OR address = '' THEN 0
				WHEN EXISTS (SELECT 1 FROM suppression s WHERE s.channel = recipient.channel
					AND s.address = recipient.address AND s.lifted = '') THEN 0
				WHEN resident = 0 THEN 1
				WHEN EXISTS (SELECT 1 FROM resident r WHERE r.id = recipient.resident AND r.consent = 'GIVEN') THEN 1
				ELSE 0 END
			WHERE\s""";

	private final JdbcTemplate jdbc;

	private final ResidentTable residents;

	AddressTable(JdbcTemplate jdbc, ResidentTable residents) {
		this.jdbc = jdbc;
		this.residents = residents;
	}

	/** Gives each resident the addresses that they name, of the channels they name. */
	void put(List<Resident> all, ResidentTable.Entered entered, Instant now) {
		List<Object[]> before = new ArrayList<>();
		List<Object[]> rows = new ArrayList<>();
		for (Resident one : all) {
			long id = entered.id(one);
			one.addresses().forEach((channel, addresses) -> {
				if (entered.known(one)) {
					before.add(new Object[] { id, channel });
				}
				addresses.forEach((address) -> rows.add(new Object[] { 0L, channel, address, one.language(),
						one.home().district(), id, one.quiet().from(), one.quiet().until(), now.toEpochMilli() }));
			});
		}
		long next = this.residents.numbers(rows.size());
		for (Object[] row : rows) {
			row[0] = next++;
		}
		this.jdbc.batchUpdate("UPDATE recipient SET gone = 1 WHERE resident = ? AND channel = ?", before);
		this.jdbc.batchUpdate("""
				INSERT INTO recipient (id, channel, address, language, district, sample, resident, quiet_from,
					quiet_until, since) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
				ON CONFLICT (channel, address) DO UPDATE SET sample = 0, gone = 0, language = excluded.language,
					district = excluded.district, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
					since = CASE WHEN recipient.resident = excluded.resident THEN recipient.since
						ELSE excluded.since END, resident = excluded.resident""", rows);
		spread(all.stream().filter(entered::known).toList(), entered);
		decide(entered.ids().values());
	}

	/** What changed of a resident holds for the addresses that were left as they are. */
	private void spread(List<Resident> changed, ResidentTable.Entered entered) {
		this.jdbc.batchUpdate(
				"UPDATE recipient SET language = ?, district = ?, quiet_from = ?, quiet_until = ? WHERE resident = ?",
				changed.stream()
					.map((one) -> new Object[] { one.language(), one.home().district(), one.quiet().from(),
							one.quiet().until(), entered.id(one) })
					.toList());
	}

	/** Decides anew for all addresses of these residents. */
	void decide(Collection<Long> residents) {
		this.jdbc.batchUpdate(DECIDE + "resident = ?", residents.stream().map((id) -> new Object[] { id }).toList());
	}

	/** Decides anew for one address. */
	void decide(String channel, String address) {
		this.jdbc.update(DECIDE + "channel = ? AND address = ?", channel, address);
	}

	/** Which residents have these addresses now; addresses of nobody are absent. */
	Map<String, Long> holders(String channel, Collection<String> addresses) {
		Map<String, Long> holders = new HashMap<>();
		if (!addresses.isEmpty()) {
			new NamedParameterJdbcTemplate(this.jdbc).query("""
					SELECT address, resident FROM recipient
					WHERE channel = :channel AND address IN (:addresses) AND gone = 0 AND resident > 0""",
					Map.of("channel", channel, "addresses", addresses), (row) -> {
						holders.put(row.getString(1), row.getLong(2));
					});
		}
		return holders;
	}

}
