package jp.kodama.audience.residents;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import jp.kodama.audience.AddressRefused;
import jp.kodama.audience.ContactsTouched;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The addresses that are not to be written to any more, until an officer lifts that. */
@Component
public class Suppressions {

	private final JdbcTemplate jdbc;

	private final AddressTable addresses;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Suppressions(JdbcTemplate jdbc, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.addresses = new AddressTable(jdbc, new ResidentTable(jdbc));
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A channel learnt it, or whoever has the address said so. What was known of an
	 * address before it was lifted is no reason to suppress it again.
	 */
	@EventListener
	public void add(AddressRefused refused) {
		this.transactions.executeWithoutResult((tx) -> {
			int added = this.jdbc.update("""
					INSERT INTO suppression (channel, address, reason, since, lifted) VALUES (?, ?, ?, ?, '')
					ON CONFLICT (channel, address) DO UPDATE SET reason = excluded.reason, since = excluded.since,
						lifted = '' WHERE suppression.lifted <> '' AND excluded.since >= suppression.since""",
					refused.channel(), refused.address(), refused.reason(), refused.at().toEpochMilli());
			if (added > 0) {
				this.addresses.decide(refused.channel(), refused.address());
				tell("kodama", "address.SUPPRESSED", refused.channel(), refused.address(), "");
			}
		});
	}

	/**
	 * An officer, or whoever has the address, lets it be written to again.
	 * @throws IllegalArgumentException if it is not suppressed
	 */
	public void lift(String channel, String address, String by, String why) {
		this.transactions.executeWithoutResult((tx) -> {
			// From now on: an older report that comes late does not count any more.
			if (this.jdbc.update("""
					UPDATE suppression SET lifted = ?, since = ?
					WHERE channel = ? AND address = ? AND lifted = ''""", by, this.clock.millis(), channel,
					address) == 0) {
				throw new IllegalArgumentException("配信停止になっていません / not suppressed");
			}
			this.addresses.decide(channel, address);
			tell(by, "address.LIFTED", channel, address, why);
		});
	}

	/** Those that hold, newest first, for an officer's eyes. */
	public List<Suppression> latest(int most, int after, String officer) {
		List<Suppression> latest = this.jdbc.query("""
				SELECT s.channel, s.address, s.reason, s.since, COALESCE(r.id, 0), COALESCE(r.number, ''),
					COALESCE(r.name, '') FROM suppression s
				LEFT JOIN recipient c ON c.channel = s.channel AND c.address = s.address AND c.gone = 0
				LEFT JOIN resident r ON r.id = c.resident
				WHERE s.lifted = '' ORDER BY s.since DESC, s.channel, s.address LIMIT ? OFFSET ?""",
				(row, number) -> new Suppression(row.getString(1), row.getString(2), row.getString(3),
						Instant.ofEpochMilli(row.getLong(4)),
						new Suppression.Holder(row.getLong(5), row.getString(6), row.getString(7))),
				most, after);
		if (!latest.isEmpty()) {
			this.transactions.executeWithoutResult(
					(tx) -> this.events.publishEvent(new ContactsTouched(officer, "address.LISTED", latest.size() + "",
							latest.stream().map((one) -> one.holder().number()).collect(Collectors.joining(" ")),
							this.clock.instant())));
		}
		return latest;
	}

	/** Whether one holds that is no newer than that. */
	public boolean holds(String channel, String address, Instant at) {
		return !this.jdbc
			.queryForList("SELECT 1 FROM suppression WHERE channel = ? AND address = ? AND lifted = '' AND since <= ?",
					Integer.class, channel, address, at.toEpochMilli())
			.isEmpty();
	}

	/** How many hold. */
	public int count() {
		Integer count = this.jdbc.queryForObject("SELECT COUNT(*) FROM suppression WHERE lifted = ''", Integer.class);
		return (count != null) ? count : 0;
	}

	private void tell(String by, String action, String channel, String address, String why) {
		List<String> numbers = this.jdbc.queryForList("""
				SELECT COALESCE(r.number, CAST(c.id AS VARCHAR(20))) FROM recipient c
				LEFT JOIN resident r ON r.id = c.resident WHERE c.channel = ? AND c.address = ?""", String.class,
				channel, address);
		this.events.publishEvent(new ContactsTouched(by, action, numbers.isEmpty() ? "-" : numbers.get(0),
				channel + (why.isEmpty() ? "" : ": " + why), this.clock.instant()));
	}

	/**
	 * An address that is not written to.
	 *
	 * @param channel the channel's id
	 * @param address in its own form
	 * @param reason in words, with the provider's code
	 * @param since since when
	 * @param holder whose it is
	 */
	public record Suppression(String channel, String address, String reason, Instant since, Holder holder) {

		/** Enough to know it by. */
		public String masked() {
			return ContactChannel.masked(this.address);
		}

		/**
		 * Whose an address is.
		 *
		 * @param id 0 if nobody's
		 * @param number the municipality's own; empty if nobody's
		 * @param name likewise
		 */
		public record Holder(long id, String number, String name) {
		}

	}

}
