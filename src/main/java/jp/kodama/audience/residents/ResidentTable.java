package jp.kodama.audience.residents;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Writes residents and their groups, many at a time. Call inside a transaction. */
final class ResidentTable {

	private final JdbcTemplate jdbc;

	ResidentTable(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The next numbers, the first of them. */
	long numbers(int many) {
		Long next = this.jdbc.queryForObject("UPDATE audience_number SET next = next + ? RETURNING next", Long.class,
				many);
		return ((next != null) ? next : 0) - many;
	}

	/**
	 * Adds them, or changes those that there are.
	 * @return their ids
	 */
	Entered put(List<Resident> residents, Instant now) {
		Map<String, Long> ids = ids(residents.stream().map(Resident::number).toList());
		Set<Long> known = new HashSet<>(ids.values());
		long next = numbers(residents.size() - ids.size());
		for (Resident one : residents) {
			if (!ids.containsKey(one.number())) {
				ids.put(one.number(), next++);
			}
		}
		this.jdbc.batchUpdate("""
				INSERT INTO resident (id, number, name, search, language, district, consent, consent_how, consent_at,
					quiet_from, quiet_until, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (number) DO UPDATE SET name = excluded.name, search = excluded.search,
					language = excluded.language, district = excluded.district, consent = excluded.consent,
					consent_how = excluded.consent_how, consent_at = excluded.consent_at,
					quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, updated = excluded.updated""",
				residents.stream().map((one) -> row(one, ids, now)).toList());
		groups(residents, ids, known);
		return new Entered(ids, known);
	}

	private static Object[] row(Resident one, Map<String, Long> ids, Instant now) {
		return new Object[] { ids.get(one.number()), one.number(), one.name(), Names.searched(one.name()),
				one.language(), one.home().district(), one.consent().state().name(), one.consent().how(),
				one.consent().at().toEpochMilli(), one.quiet().from(), one.quiet().until(), now.toEpochMilli() };
	}

	private void groups(List<Resident> residents, Map<String, Long> ids, Set<Long> known) {
		this.jdbc.batchUpdate("DELETE FROM resident_group WHERE resident = ?",
				known.stream().map((id) -> new Object[] { id }).toList());
		List<Object[]> rows = residents.stream()
			.flatMap(
					(one) -> one.home().groups().stream().map((group) -> new Object[] { group, ids.get(one.number()) }))
			.toList();
		this.jdbc.batchUpdate("INSERT INTO resident_group (name, resident) VALUES (?, ?) ON CONFLICT DO NOTHING", rows);
	}

	/** The ids of those that there are, by number. */
	Map<String, Long> ids(Collection<String> numbers) {
		Map<String, Long> ids = new HashMap<>();
		if (!numbers.isEmpty()) {
			new NamedParameterJdbcTemplate(this.jdbc).query(
					"SELECT number, id FROM resident WHERE number IN (:numbers)", Map.of("numbers", numbers), (row) -> {
						ids.put(row.getString(1), row.getLong(2));
					});
		}
		return ids;
	}

	/**
	 * Who was put.
	 *
	 * @param ids all, by number
	 * @param known those that there were before
	 */
	record Entered(Map<String, Long> ids, Set<Long> known) {

		long id(Resident one) {
			Long id = this.ids.get(one.number());
			return (id != null) ? id : 0;
		}

		boolean known(Resident one) {
			return this.known.contains(id(one));
		}

	}

}
