package jp.kodama.intake.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jp.kodama.intake.feed.EntryTable.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Telegrams on their way, several fetched at a time, handed over in the order of issue.
 * One that is slow lets the others pass after a moment, and comes last.
 */
final class Arrivals implements Iterator<Arrival> {

	private static final long PATIENCE_MILLIS = 1500;

	private final Deque<Waiting> entries;

	private final Telegrams telegrams;

	private final int atOnce;

	private final Deque<OnItsWay> inOrder = new ArrayDeque<>();

	private final Deque<OnItsWay> late = new ArrayDeque<>();

	private @Nullable Arrival next;

	Arrivals(Deque<Waiting> entries, Telegrams telegrams, int atOnce) {
		this.entries = entries;
		this.telegrams = telegrams;
		this.atOnce = atOnce;
	}

	@Override
	public boolean hasNext() {
		while (this.next == null) {
			begin();
			OnItsWay first = this.inOrder.poll();
			if (first == null) {
				first = this.late.poll();
				if (first == null) {
					return false;
				}
				this.next = arrived(first, Long.MAX_VALUE);
			}
			else {
				this.next = arrived(first, PATIENCE_MILLIS);
			}
		}
		return true;
	}

	@Override
	public Arrival next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		Arrival arrival = java.util.Objects.requireNonNull(this.next);
		this.next = null;
		return arrival;
	}

	private void begin() {
		long under = this.late.stream().filter((one) -> !one.bytes.isDone()).count();
		while (this.inOrder.size() + under < this.atOnce && !this.entries.isEmpty()) {
			Waiting waiting = this.entries.remove();
			this.inOrder.add(new OnItsWay(waiting, this.telegrams.fetch(waiting)));
		}
		if (this.inOrder.isEmpty() && !this.entries.isEmpty()) {
			// All that are under way are late ones: they do not hold up the rest.
			Waiting waiting = this.entries.remove();
			this.inOrder.add(new OnItsWay(waiting, this.telegrams.fetch(waiting)));
		}
	}

	private @Nullable Arrival arrived(OnItsWay one, long patience) {
		try {
			return this.telegrams.arrival(one.waiting, one.bytes.get(patience, TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			this.late.add(one);
			return null;
		}
		catch (ExecutionException ex) {
			return this.telegrams.failed(one.waiting, (ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.entries.clear();
			this.inOrder.clear();
			this.late.clear();
			return null;
		}
	}

	/** A telegram under way. */
	private record OnItsWay(Waiting waiting, CompletableFuture<byte[]> bytes) {
	}

}
