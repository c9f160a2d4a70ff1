package jp.kodama.audience.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jp.kodama.audience.ContactsTouched;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Finds residents. Who looked at whom is a link of the audit chain. */
public final class Directory {

	private static final String ADDRESS = """
			SELECT c.id, c.resident, c.channel, c.address, c.reachable, c.gone, c.since, COALESCE(s.reason, '')
			FROM recipient c LEFT JOIN suppression s ON s.channel = c.channel AND s.address = c.address
			AND s.lifted = ''\s""";

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	public Directory(JdbcTemplate jdbc, TransactionOperations transactions, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/** A page of those who fit, by id. */
	public List<Known> find(Search search, int most, String officer) {
		Search.Condition condition = search.condition();
		List<Known> found = read("WHERE " + condition.sql() + " ORDER BY id LIMIT " + most, condition.fill());
		if (!found.isEmpty()) {
			tell(officer, "resident.LISTED", found.size() + "", search.asked() + ": "
					+ found.stream().map((one) -> one.resident().number()).collect(Collectors.joining(" ")));
		}
		return found;
	}

	/** One of them, with every address. */
	public Optional<Known> see(long id, String officer) {
		Optional<Known> known = read("WHERE id = ?", id).stream().findFirst();
		known.ifPresent((one) -> tell(officer, "resident.SEEN", one.resident().number(), ""));
		return known;
	}

	/** Whose address it is, for the engine's own use: nobody sees it. */
	public Optional<Known> holder(String channel, String address) {
		return read("WHERE id IN (SELECT resident FROM recipient WHERE channel = ? AND address = ? AND gone = 0)",
				channel, address)
			.stream()
			.findFirst();
	}

	/** An address; likewise. */
	public Optional<Known.Address> at(String channel, String address) {
		return address("WHERE c.channel = ? AND c.address = ? AND c.gone = 0", channel, address);
	}

	/** An address by its number; likewise. */
	public Optional<Known.Address> recipient(long recipient) {
		return address("WHERE c.id = ? AND c.gone = 0", recipient);
	}

	private Optional<Known.Address> address(String which, Object... fill) {
		return this.jdbc.query(ADDRESS + which, (row, number) -> address(row), fill).stream().findFirst();
	}

	/** How many there are. */
	public int count() {
		Integer count = this.jdbc.queryForObject("SELECT COUNT(*) FROM resident", Integer.class);
		return (count != null) ? count : 0;
	}

	/** Somebody takes everybody's data with them. */
	public void exported(String officer, String how) {
		tell(officer, "contacts.EXPORTED", count() + "", how);
	}

	/** All, one page after another; the caller tells the audit chain. */
	public void each(Consumer<Known> taker) {
		List<Known> page = read("ORDER BY id LIMIT " + Residents.AT_ONCE);
		while (!page.isEmpty()) {
			page.forEach(taker);
			page = read("WHERE id > ? ORDER BY id LIMIT " + Residents.AT_ONCE, page.get(page.size() - 1).id());
		}
	}

	private List<Known> read(String which, Object... fill) {
		Map<Long, Known> found = new LinkedHashMap<>();
		this.jdbc.query("SELECT * FROM resident " + which, (row) -> {
			found.put(row.getLong("id"), known(row));
		}, fill);
		if (found.isEmpty()) {
			return List.of();
		}
		String these = found.keySet().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
		this.jdbc.query("SELECT resident, name FROM resident_group WHERE resident IN " + these + " ORDER BY name",
				(row) -> {
					String group = row.getString(2);
					found.computeIfPresent(row.getLong(1), (id, one) -> one.in(group));
				});
		this.jdbc.query(ADDRESS + "WHERE c.resident IN " + these + " ORDER BY c.id", (row) -> {
			Known.Address address = address(row);
			found.computeIfPresent(row.getLong(2), (id, one) -> one.at(address));
		});
		return List.copyOf(found.values());
	}

	private static Known.Address address(ResultSet row) throws SQLException {
		return new Known.Address(row.getLong(1), row.getString(3), row.getString(4), row.getInt(5) == 1,
				row.getInt(6) == 1, Instant.ofEpochMilli(row.getLong(7)), row.getString(8));
	}

	private static Known known(ResultSet row) throws SQLException {
		Consent consent = new Consent(Consent.State.valueOf(row.getString("consent")), row.getString("consent_how"),
				Instant.ofEpochMilli(row.getLong("consent_at")));
		return new Known(row.getLong("id"),
				new Resident(row.getString("number"), row.getString("name"), row.getString("language"),
						new Resident.Home(row.getString("district"), List.of()), consent,
						new QuietHours(row.getInt("quiet_from"), row.getInt("quiet_until")), Map.of()),
				List.of());
	}

	private void tell(String by, String action, String subject, String detail) {
		this.transactions.executeWithoutResult((tx) -> this.events
			.publishEvent(new ContactsTouched(by, action, subject, detail, this.clock.instant())));
	}

}
