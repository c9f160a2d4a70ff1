package jp.kodama.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * All writing on one thread: whatever waits when the disk is free shares one commit, so
 * that many small transactions cost one {@code fdatasync}. Each piece of work keeps its
 * own savepoint: one that fails takes nothing else with it. A caller returns only after
 * the commit that holds its work is on disk. {@link Urgent} work goes first, and a commit
 * is open for a moment only, so that it need not wait for a long one.
 */
class GroupCommit implements TransactionOperations, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

	/** More in one commit gains nothing and delays the first. */
	private static final int LARGEST = 512;

	/** Nor does a longer one: the disk is ready again in a fraction of this. */
	private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

	private final BlockingQueue<Work<?>> waiting = new PriorityBlockingQueue<>();

	private final TransactionOperations transactions;

	private final Thread writer;

	private volatile boolean open = true;

	GroupCommit(TransactionOperations transactions) {
		this.transactions = transactions;
		this.writer = new Thread(this::write, "store-writer");
	}

	GroupCommit start() {
		this.writer.start();
		return this;
	}

	@Override
	public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
		if (Thread.currentThread() == this.writer) {
			// Already inside the commit of whoever called us.
			return this.transactions.execute(action);
		}
		if (!this.open) {
			throw closed();
		}
		Work<T> work = new Work<>(action, Urgent.now());
		this.waiting.add(work);
		if (!this.writer.isAlive() && this.waiting.remove(work)) {
			throw closed();
		}
		return work.await();
	}

	private void write() {
		List<Work<?>> group = new ArrayList<>();
		while (this.open || !this.waiting.isEmpty()) {
			try {
				group.add(this.waiting.take());
				commit(group);
			}
			catch (InterruptedException ex) {
				// Asked to close: what waits is still written.
				log.debug("closing with {} waiting", this.waiting.size());
			}
			finally {
				group.clear();
			}
		}
	}

	private void commit(List<Work<?>> group) {
		try {
			this.transactions.executeWithoutResult((status) -> run(group, status));
			group.forEach(Work::finish);
		}
		catch (RuntimeException | Error ex) {
			log.error("a commit of {} failed", group.size(), ex);
			group.forEach((work) -> work.fail(ex));
		}
	}

	/** The first, and as many of those that wait as there is time for. */
	private void run(List<Work<?>> group, TransactionStatus status) {
		long end = System.nanoTime() + LONGEST_NANOS;
		group.get(0).run(status);
		while (group.size() < LARGEST && System.nanoTime() - end < 0) {
			Work<?> next = this.waiting.poll();
			if (next == null) {
				return;
			}
			group.add(next);
			next.run(status);
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		this.open = false;
		this.writer.interrupt();
		this.writer.join();
		this.waiting.forEach((work) -> work.fail(closed()));
	}

	/** Nothing of it was done: whoever asked may bring it again, or keep it elsewhere. */
	private static CannotCreateTransactionException closed() {
		return new CannotCreateTransactionException("the store is closed");
	}

}
