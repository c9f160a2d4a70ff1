package jp.kodama.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Deliveries that are queued when the one before has been announced. */
final class Parts implements Iterator<Announcement> {

	private final Deque<Planned> rest;

	private final Deque<Announcement> queued = new ArrayDeque<>();

	private final Queue queue;

	private final Runnable end;

	private boolean over;

	Parts(List<Planned> planned, Queue queue, Runnable end) {
		this.rest = new ArrayDeque<>(planned);
		this.queue = queue;
		this.end = end;
	}

	@Override
	public boolean hasNext() {
		while (this.queued.isEmpty() && !this.over) {
			try {
				List<Planned> part = part();
				this.over = this.rest.isEmpty();
				this.queued.addAll(this.queue.queue(part, this.over));
			}
			catch (RuntimeException ex) {
				this.over = true;
				this.end.run();
				throw ex;
			}
			if (this.over) {
				this.end.run();
			}
		}
		return !this.queued.isEmpty();
	}

	@Override
	public Announcement next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return this.queued.removeFirst();
	}

	private List<Planned> part() {
		List<Planned> part = new ArrayList<>();
		int recipients = 0;
		while (!this.rest.isEmpty()
				&& (part.isEmpty() || recipients + this.rest.getFirst().recipients().size() <= FanOut.part())) {
			Planned next = this.rest.removeFirst();
			recipients += next.recipients().size();
			part.add(next);
		}
		return part;
	}

	/** Puts a part on disk. */
	@FunctionalInterface
	interface Queue {

		/**
		 * Queues.
		 * @param last whether nothing comes after it
		 * @return what is to be announced of it
		 */
		List<Announcement> queue(List<Planned> part, boolean last);

	}

}
