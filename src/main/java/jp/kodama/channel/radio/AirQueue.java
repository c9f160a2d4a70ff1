package jp.kodama.channel.radio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jp.kodama.alert.Alert;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the air and who waits for it. One at a time; the lowest rank first, in a rank
 * whoever came first. Nobody is thrown out: whoever is on the air asks at the end of each
 * phrase whether to go on.
 */
final class AirQueue {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition moved = this.lock.newCondition();

	private final List<Place> waiting = new ArrayList<>();

	private @Nullable Place current;

	private long arrivals;

	/**
	 * Waits until it is its turn, or its alert is over.
	 * @throws InterruptedException if the engine stops meanwhile
	 */
	Place enter(Alert alert, int rank) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			Place place = new Place(alert, rank, this.arrivals++);
			this.waiting.add(place);
			this.waiting.sort(Comparator.comparingInt(Place::rank).thenComparingLong(Place::arrival));
			try {
				while (!place.isOver() && (this.current != null || this.waiting.get(0) != place)) {
					this.moved.await();
				}
				if (!place.isOver()) {
					this.current = place;
				}
				return place;
			}
			finally {
				this.waiting.remove(place);
				this.moved.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Whether it may go on with its next phrase: it is true still, and none above waits.
	 */
	boolean mayGoOn(Place place) {
		this.lock.lock();
		try {
			return place == this.current && !place.isOver() && above(place) == null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** What breaks in on it; null if nothing does. */
	@Nullable Alert above(Place place) {
		this.lock.lock();
		try {
			return this.waiting.stream()
				.filter((one) -> one.rank() < place.rank())
				.map(Place::alert)
				.findFirst()
				.orElse(null);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** The best rank that is here, this place or one that waits. */
	int best(Place place) {
		this.lock.lock();
		try {
			return Math.min(place.rank(), this.waiting.isEmpty() ? place.rank() : this.waiting.get(0).rank());
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Gives the air to the next. */
	void leave(Place place) {
		this.lock.lock();
		try {
			if (this.current == place) {
				this.current = null;
				this.moved.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** An alert holds no longer: it stops at the end of its phrase, or never begins. */
	void over(String alert) {
		this.lock.lock();
		try {
			List<Place> all = new ArrayList<>(this.waiting);
			if (this.current != null) {
				all.add(this.current);
			}
			all.stream().filter((one) -> one.alert().identifier().equals(alert)).forEach((one) -> one.end());
			this.moved.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Who is on the air; null if nobody is. */
	@Nullable Alert onAir() {
		this.lock.lock();
		try {
			return (this.current != null) ? this.current.alert() : null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Who waits, the next first. */
	List<Alert> waiting() {
		this.lock.lock();
		try {
			return this.waiting.stream().map(Place::alert).toList();
		}
		finally {
			this.lock.unlock();
		}
	}

}
