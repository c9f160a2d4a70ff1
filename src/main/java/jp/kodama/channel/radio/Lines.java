package jp.kodama.channel.radio;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jp.kodama.alert.Alert;

/** The queues of a station's lines: each unit speaks with one voice. */
final class Lines {

	/** How often a node asks for a line that another has. */
	private static final int ASK_MILLIS = 200;

	private final AirOrder order;

	private final AirLease lease;

	private final Map<String, AirQueue> queues = new ConcurrentHashMap<>();

	Lines(AirOrder order, AirLease lease) {
		this.order = order;
		this.lease = lease;
	}

	Turn enter(String line, Alert alert) throws InterruptedException {
		AirQueue queue = this.queues.computeIfAbsent(line, (name) -> new AirQueue());
		Place place = queue.enter(alert, this.order.rank(alert));
		try {
			while (!place.isOver() && !this.lease.take(line, queue.best(place))) {
				Thread.sleep(ASK_MILLIS);
			}
			return new Turn(queue, place, this.lease, line);
		}
		catch (InterruptedException ex) {
			queue.leave(place);
			throw ex;
		}
	}

	/** An alert holds no longer. */
	void over(String alert) {
		this.queues.values().forEach((queue) -> queue.over(alert));
	}

	/** Who is on the air. */
	List<Alert> current() {
		return this.queues.values().stream().map(AirQueue::onAir).filter(Objects::nonNull).distinct().toList();
	}

	/** Who waits for it, the next first. */
	List<Alert> waiting() {
		return this.queues.values().stream().flatMap((queue) -> queue.waiting().stream()).distinct().toList();
	}

}
