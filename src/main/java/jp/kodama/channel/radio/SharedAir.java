package jp.kodama.channel.radio;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/**
 * The lines that several nodes share, kept in their common store. A node that is gone
 * loses its lines after ten seconds. Where the store fails, both speak: twice is better
 * than not at all.
 */
final class SharedAir implements AirLease, AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(SharedAir.class);

	private static final int LEASE_MILLIS = 10_000;

	/** Who waits says so again more often than this. */
	private static final int WAITING_MILLIS = 3_000;

	private final LeaseTable table;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final String node;

	/** The lines this node has, with the best rank that waits elsewhere. */
	private final Map<String, Integer> held = new ConcurrentHashMap<>();

	/** Not the thread that speaks: a slow store must not break up the sound. */
	private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "air-lease");
		thread.setDaemon(true);
		return thread;
	});

	SharedAir(LeaseTable table, TransactionOperations transactions, Clock clock, String node) {
		this.table = table;
		this.transactions = transactions;
		this.clock = clock;
		this.node = node;
		this.renewal.scheduleWithFixedDelay(this::renew, 1, 1, TimeUnit.SECONDS);
	}

	@Override
	public boolean take(String line, int rank) {
		try {
			Instant now = this.clock.instant();
			boolean taken = this.transactions.execute((tx) -> {
				boolean ours = this.table.take(line, this.node, rank, now, now.plusMillis(LEASE_MILLIS));
				if (!ours) {
					this.table.want(line, rank, now, now.plusMillis(WAITING_MILLIS));
				}
				return ours;
			});
			if (taken) {
				this.held.put(line, Integer.MAX_VALUE);
			}
			return taken;
		}
		catch (RuntimeException ex) {
			log.error("{}: the store does not say who speaks there; this node does", line, ex);
			return true;
		}
	}

	@Override
	public int wanted(String line) {
		return this.held.getOrDefault(line, Integer.MAX_VALUE);
	}

	@Override
	public void leave(String line) {
		if (this.held.remove(line) == null) {
			return;
		}
		try {
			this.transactions.executeWithoutResult((tx) -> this.table.leave(line, this.node));
		}
		catch (RuntimeException ex) {
			log.error("{}: not given back; others have it in {} ms", line, LEASE_MILLIS, ex);
		}
	}

	/** Says that this node speaks still, and sees who waits. */
	void renew() {
		for (String line : this.held.keySet()) {
			try {
				Instant now = this.clock.instant();
				int wanted = this.transactions.execute((tx) -> {
					this.table.renew(line, this.node, now.plusMillis(LEASE_MILLIS));
					return this.table.wanted(line, now);
				});
				this.held.computeIfPresent(line, (name, before) -> wanted);
			}
			catch (RuntimeException ex) {
				log.warn("{}: {}", line, ex.getMessage());
			}
		}
	}

	@Override
	public void close() {
		this.renewal.shutdownNow();
	}

}
