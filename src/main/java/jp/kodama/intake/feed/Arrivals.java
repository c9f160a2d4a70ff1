package jp.kodama.intake.feed;

import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jp.kodama.intake.feed.EntryTable.Waiting;
import jp.kodama.intake.feed.Flights.Flight;
import org.jspecify.annotations.Nullable;

/**
 * Telegrams on their way, handed over in the order of issue: those that have come by now
 * together. One that is slow lets the others pass after a moment, and comes last.
 */
final class Arrivals implements Iterator<List<Arrival>> {

	private static final long PATIENCE_MILLIS = 1500;

	/** More by one commit would gain little, and others would wait for it. */
	private static final int TOGETHER = 16;

	private final Telegrams telegrams;

	private final Flights flights;

	private List<Arrival> next = List.of();

	Arrivals(Deque<Waiting> entries, Telegrams telegrams, int atOnce) {
		this.telegrams = telegrams;
		this.flights = new Flights(entries, telegrams::fetch, atOnce);
	}

	@Override
	public boolean hasNext() {
		while (this.next.isEmpty()) {
			Flight first = this.flights.first();
			if (first == null) {
				return false;
			}
			List<Arrival> arrived = new ArrayList<>();
			add(first, first.late() ? Long.MAX_VALUE : PATIENCE_MILLIS, arrived);
			while (arrived.size() < TOGETHER && this.flights.landed()) {
				Flight more = this.flights.first();
				if (more != null) {
					add(more, PATIENCE_MILLIS, arrived);
				}
			}
			this.next = arrived;
		}
		return true;
	}

	@Override
	public List<Arrival> next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		List<Arrival> arrivals = this.next;
		this.next = List.of();
		return arrivals;
	}

	private void add(Flight one, long patience, List<Arrival> arrived) {
		Arrival arrival = arrival(one, patience);
		if (arrival != null) {
			arrived.add(arrival);
		}
	}

	private @Nullable Arrival arrival(Flight one, long patience) {
		CompletableFuture<byte[]> bytes = one.bytes();
		try {
			return this.telegrams.arrival(one.waiting(), bytes.get(patience, TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			this.flights.late(one);
			return null;
		}
		catch (ExecutionException ex) {
			return this.telegrams.failed(one.waiting(), (ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.flights.cancel();
			return null;
		}
	}

}
