package jp.kodama.bench.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Disk;
import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;
import jp.kodama.bench.Posts;
import jp.kodama.bench.Sinks;

/**
 * From the POST of an alert to its acknowledgement, and to the first byte at each
 * channel's sink, beside what the disk can do. Arguments: alerts (1000), per second (2).
 */
public final class Run implements Bench.Workload {

	private static final int WARM = 50;

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int count = arguments.isEmpty() ? 1000 : Integer.parseInt(arguments.get(0));
		double rate = (arguments.size() > 1) ? Double.parseDouble(arguments.get(1)) : 2;
		Engine engine = new Engine(Path.of(System.getenv().getOrDefault("KODAMA_ROOT", ".")));
		Sinks sinks = Sinks.all(engine);
		Figures figures = new Figures();
		figures.with("start to ready", "s", engine.start() / 1e9);
		sinks.connect();
		Thread.sleep(5000);
		figures.with("resident, idle", "MiB", engine.residentMegabytes());
		List<Long> syncs = new ArrayList<>(Disk.syncs(engine.root(), 500));
		Posts posts = new Posts(engine);
		posts.at(rate, WARM);
		List<Posts.Post> entries = posts.at(rate, count);
		Thread.sleep(2000);
		syncs.addAll(Disk.syncs(engine.root(), 500));
		figures.withTimes("disk: one fdatasync", syncs);
		figures.withTimes("entry → acknowledged", entries.stream().map((one) -> one.acknowledged() - one.due()).toList());
		sinks.report(figures, "entry → first byte: ", entries.stream().map(Posts.Post::due).toList());
		for (String part : List.of("p50 ms", "p99 ms")) {
			figures.with("acknowledged / fdatasync", part.replace(" ms", ""),
					figures.get("entry → acknowledged", part) / figures.get("disk: one fdatasync", part));
		}
		figures.with("resident after the run", "MiB", engine.residentMegabytes());
		engine.stop();
		return figures;
	}

}
