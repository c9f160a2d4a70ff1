package jp.kodama.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;

/** A wire that does as a test says: takes, refuses, throws or hangs. */
public class TestWire {

	private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();

	private final List<Parcel.Live> taken = new CopyOnWriteArrayList<>();

	private final CountDownLatch end = new CountDownLatch(1);

	/** From now on, a channel's wire behaves so. */
	public void let(String channel, Behaviour behaviour) {
		this.behaviours.put(channel, behaviour);
	}

	/** Called by the Kamelet. */
	public Outcome send(Parcel.Live parcel) throws InterruptedException {
		switch (this.behaviours.getOrDefault(parcel.delivery().channel(), Behaviour.TAKE)) {
			case TAKE -> this.taken.add(parcel);
			case SLOW -> {
				Thread.sleep(50);
				this.taken.add(parcel);
			}
			case THROW -> throw new IllegalStateException("the wire is cut");
			case HANG -> this.end.await();
			case REJECT -> {
				return new Outcome.Rejected("no such subscriber", List.of());
			}
		}
		return Outcome.HandedOver.SILENTLY;
	}

	/** What a channel's wire took of an alert. */
	public List<Parcel.Live> taken(String channel, String alert) {
		return this.taken.stream()
			.filter((parcel) -> parcel.delivery().channel().equals(channel) && parcel.delivery().alert().equals(alert))
			.toList();
	}

	/** Lets go of whatever hangs. */
	public void close() {
		this.end.countDown();
	}

	/** How a wire behaves. */
	public enum Behaviour {

		/** Takes at once. */
		TAKE,
		/** Takes its time. */
		SLOW,
		/** Throws. */
		THROW,
		/** Never answers. */
		HANG,
		/** Says no for good. */
		REJECT

	}

}
