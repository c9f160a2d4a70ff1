package jp.kodama.intake.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jp.kodama.intake.feed.EntryTable.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Entries whose telegrams are being fetched, so many at a time and no more: when one has
 * come the next is asked for, whether or not those that came were handled.
 */
final class Flights {

	/** How many may have come, or be on their way, that nobody has taken. */
	private static final int AHEAD = 64;

	private final Deque<Waiting> entries;

	private final Function<Waiting, CompletableFuture<byte[]>> fetch;

	private final int atOnce;

	private final Deque<Flight> inOrder = new ArrayDeque<>();

	private final Deque<Flight> late = new ArrayDeque<>();

	private int flying;

	private boolean beginning;

	Flights(Deque<Waiting> entries, Function<Waiting, CompletableFuture<byte[]>> fetch, int atOnce) {
		this.entries = entries;
		this.fetch = fetch;
		this.atOnce = atOnce;
	}

	/**
	 * The first in the order of issue, come or not; then the late ones; null: no more.
	 */
	synchronized @Nullable Flight first() {
		begin();
		Flight first = this.inOrder.poll();
		if (first == null) {
			first = this.late.poll();
		}
		begin();
		return first;
	}

	/** Whether the first has come. */
	synchronized boolean landed() {
		Flight first = this.inOrder.peek();
		return first != null && first.bytes().isDone();
	}

	/** It lets the others pass. */
	synchronized void late(Flight one) {
		this.late.add(new Flight(one.waiting(), one.bytes(), true));
	}

	/** Asks for no more. */
	synchronized void cancel() {
		this.entries.clear();
		this.inOrder.clear();
		this.late.clear();
	}

	private synchronized void begin() {
		if (this.beginning) {
			return;
		}
		this.beginning = true;
		// All that are under way may be late ones: they do not hold up the rest.
		while (!this.entries.isEmpty() && this.inOrder.size() < AHEAD
				&& (this.flying < this.atOnce || this.inOrder.isEmpty())) {
			Waiting waiting = this.entries.remove();
			Flight flight = new Flight(waiting, begun(waiting), false);
			this.flying++;
			this.inOrder.add(flight);
			flight.bytes().whenComplete((bytes, failure) -> arrived());
		}
		this.beginning = false;
	}

	/** An address that nothing can be fetched from must not end the round. */
	private CompletableFuture<byte[]> begun(Waiting waiting) {
		try {
			return this.fetch.apply(waiting);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private synchronized void arrived() {
		this.flying--;
		begin();
	}

	/**
	 * A telegram under way.
	 *
	 * @param waiting which
	 * @param bytes it, or why it cannot be had
	 * @param late whether it lets the others pass
	 */
	record Flight(Waiting waiting, CompletableFuture<byte[]> bytes, boolean late) {
	}

}
