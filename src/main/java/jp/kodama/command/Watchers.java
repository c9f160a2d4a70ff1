package jp.kodama.command;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Watches the deliveries of alerts: of each before the next telegram is played, or beside
 * it. Closed, it watches no more.
 */
final class Watchers implements AutoCloseable {

	/** More alerts than this at once are watched one after the other. */
	private static final int AT_ONCE = 16;

	private final Timeline timeline;

	private final boolean beside;

	private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

	private final List<Future<Boolean>> open = new ArrayList<>();

	Watchers(Timeline timeline, boolean beside) {
		this.timeline = timeline;
		this.beside = beside;
	}

	/** Watches one; whether all was settled in time, as far as that is known already. */
	boolean watch(String identifier, Instant entered) throws IOException {
		if (!this.beside) {
			return this.timeline.watch(identifier, entered, "");
		}
		// Lines of several alerts stand between each other: each says whose it is.
		this.open.add(this.threads.submit(() -> this.timeline.watch(identifier, entered, identifier + " ")));
		return true;
	}

	/** Waits for all; whether all was settled in time. */
	boolean settled() throws IOException {
		boolean settled = true;
		for (Future<Boolean> one : this.open) {
			try {
				settled &= one.get();
			}
			catch (ExecutionException ex) {
				throw new IOException(ex.getCause());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException("interrupted", ex);
			}
		}
		return settled;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
