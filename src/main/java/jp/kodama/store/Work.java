package jp.kodama.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;

/**
 * One caller's share of a group commit.
 *
 * @param <T> what it returns
 */
class Work<T extends @Nullable Object> implements Comparable<Work<?>> {

	private static final AtomicLong COUNT = new AtomicLong();

	private final TransactionCallback<T> action;

	private final boolean urgent;

	private final long number = COUNT.incrementAndGet();

	private final CompletableFuture<T> result = new CompletableFuture<>();

	private @Nullable T value;

	private @Nullable Throwable failure;

	Work(TransactionCallback<T> action, boolean urgent) {
		this.action = action;
		this.urgent = urgent;
	}

	/** What is urgent first; otherwise as it came. */
	@Override
	public int compareTo(Work<?> other) {
		return (this.urgent != other.urgent) ? (this.urgent ? -1 : 1) : Long.compare(this.number, other.number);
	}

	/** Does the work under a savepoint of its own. */
	void run(TransactionStatus group) {
		Object savepoint = group.createSavepoint();
		SimpleTransactionStatus own = new SimpleTransactionStatus();
		try {
			this.value = this.action.doInTransaction(own);
		}
		catch (RuntimeException | Error ex) {
			this.failure = ex;
		}
		if (this.failure != null || own.isRollbackOnly()) {
			group.rollbackToSavepoint(savepoint);
		}
		group.releaseSavepoint(savepoint);
	}

	/** The commit is on disk. */
	@SuppressWarnings("NullAway") // null is a value where the caller's type allows it
	void finish() {
		if (this.failure != null) {
			this.result.completeExceptionally(this.failure);
		}
		else {
			this.result.complete(this.value);
		}
	}

	/** The commit failed, and this with it. */
	void fail(Throwable cause) {
		this.result.completeExceptionally(cause);
	}

	/** Waits for {@link #finish()} or {@link #fail}; throws what the work threw. */
	T await() {
		try {
			return this.result.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

}
