package jp.kodama.bench.inbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;
import jp.kodama.bench.Sinks;

/**
 * From the rename of a telegram into the inbox to the first byte at each channel's sink. A
 * warning on the town's coast is raised, lowered and raised again, each telegram dated now.
 * Arguments: telegrams (200), per second (1).
 */
public final class Run implements Bench.Workload {

	private static final int WARM = 20;

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int count = arguments.isEmpty() ? 200 : Integer.parseInt(arguments.get(0));
		double rate = (arguments.size() > 1) ? Double.parseDouble(arguments.get(1)) : 1;
		Engine engine = new Engine(Path.of(System.getenv().getOrDefault("KODAMA_ROOT", ".")));
		Sinks sinks = Sinks.all(engine);
		Figures figures = new Figures();
		engine.start();
		sinks.connect();
		Thread.sleep(3000);
		String telegram = Files.readString(engine.root().resolve("config/demo/tsunami-demo.xml"));
		List<Long> due = new ArrayList<>();
		long begin = System.nanoTime();
		OffsetDateTime now = OffsetDateTime.now().minusMinutes(10).withNano(0);
		for (int i = 1; i <= WARM + count; i++) {
			long wait = begin + (long) (i * 1e9 / rate) - System.nanoTime();
			Thread.sleep(Math.max(0, wait / 1_000_000));
			// Seconds apart by their own clock, or they would be told apart by nothing but their order.
			String one = telegram.replaceAll("2026-04-01T[0-9:]+(\\+09:00|Z)", jp.kodama.alert.Key.capTime(now.plusSeconds(i)))
				.replace("<Code>53</Code>", (i % 2 == 0) ? "<Code>53</Code>" : "<Code>51</Code>")
				.replace("<Code>00</Code>", (i == 1) ? "<Code>00</Code>" : (i % 2 == 0) ? "<Code>51</Code>" : "<Code>53</Code>");
			Path written = Files.writeString(engine.home().resolve("inbox/.part"), one);
			long renamed = System.nanoTime();
			Files.move(written, engine.home().resolve("inbox/" + i + ".xml"), StandardCopyOption.ATOMIC_MOVE);
			if (i > WARM) {
				due.add(renamed);
			}
		}
		Thread.sleep(2000);
		sinks.report(figures, "rename → first byte: ", due);
		engine.stop();
		return figures;
	}

}
