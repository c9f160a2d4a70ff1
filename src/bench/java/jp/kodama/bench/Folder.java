package jp.kodama.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches a folder that a channel writes to. */
public final class Folder {

	private final List<Sink.Arrival> arrivals = new CopyOnWriteArrayList<>();

	/** From now on; the name of each file and its bytes, as far as they are text. */
	public Folder(Path folder) throws IOException {
		Files.createDirectories(folder);
		WatchService watch = folder.getFileSystem().newWatchService();
		folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
		Thread thread = new Thread(() -> follow(folder, watch));
		thread.setDaemon(true);
		thread.start();
	}

	/** What came, in order. */
	public List<Sink.Arrival> arrivals() {
		return this.arrivals;
	}

	private void follow(Path folder, WatchService watch) {
		try {
			while (true) {
				WatchKey key = watch.take();
				long now = System.nanoTime();
				for (WatchEvent<?> event : key.pollEvents()) {
					String name = String.valueOf(event.context());
					this.arrivals.add(new Sink.Arrival(now, name + " " + read(folder.resolve(name))));
				}
				key.reset();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String read(Path file) {
		try {
			return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
		}
		catch (IOException ex) {
			// Renamed meanwhile: the next event has it.
			return "";
		}
	}

}
