package jp.kodama.channel.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The answers of one batch as they come in from many threads. Whoever waits is woken for
 * a good many of them, for the last, or after a moment: not for each.
 */
final class Answers {

	private static final long MOMENT_NANOS = 20_000_000;

	private final Queue<SmsRound.Done> come = new ConcurrentLinkedQueue<>();

	private final AtomicInteger count = new AtomicInteger();

	private final Thread waiting = Thread.currentThread();

	private final int all;

	private final int many;

	private int taken;

	/**
	 * For the calling thread.
	 * @param all how many answers there will be
	 * @param many enough to be woken for
	 */
	Answers(int all, int many) {
		this.all = all;
		this.many = many;
	}

	void add(SmsRound.Done done) {
		this.come.add(done);
		int now = this.count.incrementAndGet();
		if (now == this.all || now % this.many == 0) {
			LockSupport.unpark(this.waiting);
		}
	}

	/** Whether all were taken. */
	boolean over() {
		return this.taken == this.all;
	}

	/**
	 * Some of them, at least one.
	 * @throws InterruptedException if the engine stops
	 */
	List<SmsRound.Done> take() throws InterruptedException {
		if (this.count.get() < this.all) {
			LockSupport.parkNanos(MOMENT_NANOS);
		}
		while (this.come.isEmpty()) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			LockSupport.parkNanos(MOMENT_NANOS);
		}
		List<SmsRound.Done> some = new ArrayList<>();
		for (SmsRound.Done next = this.come.poll(); next != null; next = this.come.poll()) {
			some.add(next);
		}
		this.taken += some.size();
		return some;
	}

}
