package jp.kodama.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.stream.Stream;

import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;

/** Many telegrams at once: in the inbox, and in a feed after an outage. */
final class Floods {

	private final Engine engine;

	private final Figures figures;

	Floods(Engine engine, Figures figures) {
		this.engine = engine;
		this.figures = figures;
	}

	/** Telegrams that lie in the inbox all at once. */
	void inbox(int count) throws Exception {
		Path inbox = this.engine.home().resolve("inbox");
		Path waiting = Files.createDirectories(this.engine.home().resolve("waiting"));
		for (int i = 0; i < count; i++) {
			Files.writeString(waiting.resolve(i + ".xml"),
					Telegram.eew("flood" + i, Telegram.ELSEWHERE, OffsetDateTime.now()));
		}
		measure("telegrams in the inbox", count, () -> {
			for (int i = 0; i < count; i++) {
				Files.move(waiting.resolve(i + ".xml"), inbox.resolve("flood" + i + ".xml"),
						StandardCopyOption.ATOMIC_MOVE);
			}
		}, () -> empty(inbox));
	}

	/** Telegrams of a feed that told nothing before. */
	void feed(Provider provider, int count) throws Exception {
		measure("telegrams of a feed", count, () -> provider.publish(count), () -> taken("jma") >= count);
	}

	private void measure(String row, int count, Step begin, Check done) throws Exception {
		double cpu = this.engine.cpuSeconds();
		long began = System.nanoTime();
		begin.run();
		while (!done.yes()) {
			Thread.sleep(10);
		}
		double seconds = (System.nanoTime() - began) / 1e9;
		this.figures.with(row, "n", count)
			.with(row, "s", seconds)
			.with(row, "per s", count / seconds)
			.with(row, "engine's CPU ms each", (this.engine.cpuSeconds() - cpu) * 1000 / count);
	}

	private static boolean empty(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.noneMatch((file) -> file.toString().endsWith(".xml"));
		}
	}

	private int taken(String source) throws Exception {
		try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + this.engine.home().resolve("kodama.db"));
				Statement statement = store.createStatement();
				ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM intake WHERE source = '" + source + "'")) {
			return row.next() ? row.getInt(1) : 0;
		}
	}

	/** What begins the measurement. */
	private interface Step {

		void run() throws Exception;

	}

	/** Whether it is over. */
	private interface Check {

		boolean yes() throws Exception;

	}

}
