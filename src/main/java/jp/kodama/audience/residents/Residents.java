package jp.kodama.audience.residents;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import jp.kodama.audience.ContactsTouched;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps residents. Each call is one transaction, short enough for an alert to pass
 * between two of them; every change is told to the audit chain.
 */
public final class Residents {

	/** In one transaction: about 20 ms of the only writer. */
	public static final int AT_ONCE = 250;

	private final ResidentTable residents;

	private final AddressTable addresses;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	public Residents(JdbcTemplate jdbc, TransactionOperations transactions, ApplicationEventPublisher events,
			Clock clock) {
		this.residents = new ResidentTable(jdbc);
		this.addresses = new AddressTable(jdbc, this.residents);
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/** Adds or changes some; the caller tells the audit chain of the whole. */
	public void put(List<Resident> some) {
		Instant now = this.clock.instant();
		this.transactions.executeWithoutResult((tx) -> this.addresses.put(some, this.residents.put(some, now), now));
	}

	/** Adds or changes one. */
	public void put(Resident one, String by, String how) {
		Instant now = this.clock.instant();
		this.transactions.executeWithoutResult((tx) -> {
			put(List.of(one));
			this.events.publishEvent(new ContactsTouched(by, "resident.CHANGED", one.number(), how, now));
		});
	}

	/** The ids of those that there are, by number. */
	public Map<String, Long> ids(Collection<String> numbers) {
		return this.residents.ids(numbers);
	}

	/** Which residents have these addresses; those of nobody are absent. */
	public Map<String, Long> holders(String channel, Collection<String> addresses) {
		return this.addresses.holders(channel, addresses);
	}

	/** A number for somebody the municipality has none for. */
	public String freshNumber() {
		return this.transactions.execute((tx) -> "W-" + this.residents.numbers(1));
	}

}
