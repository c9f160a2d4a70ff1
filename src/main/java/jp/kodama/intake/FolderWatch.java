package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until something comes into a folder, but never long: not every file system tells.
 * What it misses costs a moment, never a file.
 */
final class FolderWatch implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

	private final @Nullable WatchService watch;

	private final Duration most;

	FolderWatch(Path folder, Duration most) {
		this.watch = watch(folder);
		this.most = most;
	}

	/** Returns when something came, or the time is over. */
	void await() throws InterruptedException {
		if (this.watch == null) {
			Thread.sleep(this.most.toMillis());
			return;
		}
		WatchKey key = this.watch.poll(this.most.toMillis(), TimeUnit.MILLISECONDS);
		if (key != null) {
			key.pollEvents();
			key.reset();
		}
	}

	@Override
	public void close() throws IOException {
		if (this.watch != null) {
			this.watch.close();
		}
	}

	private static @Nullable WatchService watch(Path folder) {
		try {
			WatchService watch = folder.getFileSystem().newWatchService();
			folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
			return watch;
		}
		catch (IOException | UnsupportedOperationException ex) {
			log.info("{} is looked at again and again: {}", folder, ex.toString());
			return null;
		}
	}

}
