package jp.kodama.audience.residents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jp.kodama.audience.ResidentErased;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases residents: those who ask for it, and, some time after they took their consent
 * back, those whom nobody needs any more ({@code kodama.contacts.keep-withdrawn}).
 */
@Component("forgetting")
public class Forgetting {

	private static final int AT_ONCE = 20;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Duration kept;

	Forgetting(JdbcTemplate jdbc, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock,
			@Value("${kodama.contacts.keep-withdrawn:P30D}") Duration kept) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
		this.kept = kept;
	}

	/**
	 * Erases one.
	 * @return whether there was such a resident
	 */
	public boolean erase(long resident, String by, String why) {
		return Boolean.TRUE.equals(this.transactions.execute((tx) -> {
			List<String> number = this.jdbc.queryForList("SELECT number FROM resident WHERE id = ?", String.class,
					resident);
			if (number.isEmpty()) {
				return false;
			}
			List<Long> recipients = this.jdbc.queryForList("SELECT id FROM recipient WHERE resident = ? ORDER BY id",
					Long.class, resident);
			this.events.publishEvent(new ResidentErased(number.get(0), recipients, by, why, this.clock.instant()));
			this.jdbc.update("""
					DELETE FROM suppression WHERE EXISTS (SELECT 1 FROM recipient c WHERE c.resident = ?
					AND c.channel = suppression.channel AND c.address = suppression.address)""", resident);
			this.jdbc.update("DELETE FROM recipient WHERE resident = ?", resident);
			this.jdbc.update("DELETE FROM resident_group WHERE resident = ?", resident);
			this.jdbc.update("DELETE FROM resident WHERE id = ?", resident);
			return true;
		}));
	}

	/** Erases some of those who took their consent back long enough ago. */
	public void expire() {
		Instant before = this.clock.instant().minus(this.kept);
		this.jdbc
			.queryForList("""
					SELECT id FROM resident WHERE consent = 'WITHDRAWN' AND updated < ? ORDER BY updated LIMIT ?""",
					Long.class, before.toEpochMilli(), AT_ONCE)
			.forEach((id) -> erase(id, "kodama", "consent withdrawn, kept " + this.kept));
	}

}
